package io.lumia.market.provider.web;

import io.lumia.market.AssetType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked when a response came.
 *
 * @param kind       of the call
 * @param symbol     in our spelling; empty where it was about many, or is not known
 * @param symbols    all that the request was about; empty for whatever the answer holds
 * @param assetType  of the symbols, null where it is not known
 * @param from       first date wanted, null for all
 * @param to         last date wanted, null for all
 * @param receivedAt when the answer came
 */
public record ReadContext(
        String kind,
        String symbol,
        List<String> symbols,
        @Nullable AssetType assetType,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant receivedAt) {

    public ReadContext {
        symbols = List.copyOf(symbols);
    }

    /** Of an answer about which nothing more is known than its kind and symbol. */
    public static ReadContext of(String kind, String symbol, Instant receivedAt) {
        List<String> symbols = symbol.isEmpty() ? List.of() : List.of(symbol);
        return new ReadContext(kind, symbol, symbols, null, null, null, receivedAt);
    }

    /** Whether a row of a date was asked for. */
    public boolean wants(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
