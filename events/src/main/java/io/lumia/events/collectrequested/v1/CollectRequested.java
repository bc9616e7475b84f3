package io.lumia.events.collectrequested.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to the {@code collect} queue: fetch this item. Carries everything that a
 * collector needs to know.
 *
 * @param messageId same for every delivery of this message
 * @param runId     the run the item belongs to
 * @param itemId    the item
 * @param provider  adapter name
 * @param location  where the adapter finds its source; empty for web providers
 * @param dataset   a {@code Dataset} code
 * @param symbols   1 to 1,000 symbols as the provider spells them
 * @param from      first date wanted, null for all there is
 * @param to        last date wanted, included
 * @param asOf      the planner's clock: nothing later may be collected
 * @param assetType an {@code AssetType} code of all the symbols; null where it is not known
 * @param fallbacks adapter names to ask in turn where the one before could not answer; null for none
 */
@Serdeable
public record CollectRequested(
        UUID messageId,
        UUID runId,
        UUID itemId,
        String provider,
        String location,
        String dataset,
        List<String> symbols,
        @Nullable LocalDate from,
        LocalDate to,
        Instant asOf,
        @Nullable String assetType,
        @Nullable List<String> fallbacks) {}
