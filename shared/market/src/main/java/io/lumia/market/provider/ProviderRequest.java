package io.lumia.market.provider;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param location  where the provider finds the source: a folder or zip of a bundle; empty for a web provider
 * @param symbols   in our spelling
 * @param from      first date wanted, null for all that there is (undated malformed rows come only then)
 * @param to        last date wanted, included; never after the as-of's date
 * @param assetType of all the symbols, which decides how a web provider spells them; null where it does not matter
 * @param itemId    on whose behalf, for the ledger of calls; null outside a run
 * @param deadline  until when to try, null for as long as the provider likes
 */
public record ProviderRequest(
        String location,
        Dataset dataset,
        List<String> symbols,
        @Nullable LocalDate from,
        LocalDate to,
        @Nullable AssetType assetType,
        @Nullable UUID itemId,
        @Nullable Instant deadline) {

    public ProviderRequest {
        symbols = List.copyOf(symbols);
    }

    /** The same about the last days of another dataset. */
    public ProviderRequest forRowsOf(Dataset other, int days) {
        return new ProviderRequest(location, other, symbols, to.minusDays(days), to, assetType, itemId, deadline);
    }

    /** The first date wanted that a provider has: the earliest that it has where all is wanted. */
    public LocalDate firstFrom(LocalDate earliest) {
        return from == null || from.isBefore(earliest) ? earliest : from;
    }

    /** Outside a run. */
    public ProviderRequest(
            String location, Dataset dataset, List<String> symbols, @Nullable LocalDate from, LocalDate to) {
        this(location, dataset, symbols, from, to, null, null, null);
    }
}
