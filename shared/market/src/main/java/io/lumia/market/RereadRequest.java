package io.lumia.market;

import io.lumia.kernel.AssetId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A note that an asset's bars must be asked for again, since their source has adjusted them anew.
 *
 * @param symbol  the asset's current one
 * @param from    the first bar that must come again
 * @param reason  for a person: the action that caused it
 * @param askedAt when it was noted last; bars collected before do not settle it
 */
public record RereadRequest(AssetId asset, String symbol, LocalDate from, String reason, Instant askedAt) {}
