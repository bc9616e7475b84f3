package io.lumia.events.recomputerequested.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * A message to the {@code compute-signals} queue: compute all rows of these assets again, from the first bar on. Rows that
 * come out the same are not touched.
 *
 * @param messageId same for every delivery of this message
 * @param recompute symbols (their current or else last holder is meant) or public ids; {@code ["all"]} for every asset
 */
@Serdeable
public record RecomputeRequested(UUID messageId, List<String> recompute) {

    public static final String ALL = "all";
}
