package io.lumia.functions.plancollection;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to a source, before it is an item of a run.
 *
 * @param assetType of all the symbols, null where it does not matter
 * @param from      first date wanted, null for all there is
 */
record Request(
        Dataset dataset,
        List<String> symbols,
        @Nullable AssetType assetType,
        @Nullable LocalDate from,
        LocalDate to) {

    Request {
        symbols = List.copyOf(symbols);
    }

    Request(Dataset dataset, List<String> symbols, @Nullable LocalDate from, LocalDate to) {
        this(dataset, symbols, null, from, to);
    }
}
