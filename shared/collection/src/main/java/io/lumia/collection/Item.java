package io.lumia.collection;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of a run.
 *
 * @param symbols in our spelling
 * @param assetType of all the symbols, null where it does not matter
 * @param from    first date wanted, null for all there is
 * @param outcome how it ended, see {@link ItemResult}; null before
 * @param detail  the outcome's words for a person; null before the end
 * @param collecting who was asked and what it took
 * @param notBefore  asked again then, because its provider wants us to wait; null otherwise
 */
public record Item(
        UUID id,
        UUID runId,
        Dataset dataset,
        List<String> symbols,
        @Nullable AssetType assetType,
        @Nullable LocalDate from,
        LocalDate to,
        ItemStatus status,
        @Nullable String outcome,
        @Nullable String detail,
        Collecting collecting,
        @Nullable Instant notBefore) {

    public Item {
        symbols = List.copyOf(symbols);
    }

    /** Of which nobody was asked yet. */
    public Item(
            UUID id,
            UUID runId,
            Dataset dataset,
            List<String> symbols,
            @Nullable AssetType assetType,
            @Nullable LocalDate from,
            LocalDate to,
            ItemStatus status,
            @Nullable String outcome,
            @Nullable String detail) {
        this(id, runId, dataset, symbols, assetType, from, to, status, outcome, detail, Collecting.NONE, null);
    }

    /** An item that waits to be asked for. */
    public static Item planned(
            UUID id, UUID runId, Dataset dataset, List<String> symbols, @Nullable LocalDate from, LocalDate to) {
        return planned(id, runId, dataset, symbols, null, from, to);
    }

    /** An item about symbols of one type. */
    public static Item planned(
            UUID id,
            UUID runId,
            Dataset dataset,
            List<String> symbols,
            @Nullable AssetType assetType,
            @Nullable LocalDate from,
            LocalDate to) {
        return new Item(id, runId, dataset, symbols, assetType, from, to, ItemStatus.PLANNED, null, null);
    }
}
