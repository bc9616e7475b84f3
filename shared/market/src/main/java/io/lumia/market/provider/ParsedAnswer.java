package io.lumia.market.provider;

import io.lumia.market.AssetDefinition;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.Rejected;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a raw answer says, row by row, before any check against our books.
 *
 * @param assets   for {@code Dataset.ASSETS}: instruments and series
 * @param rejected rows that could not be read
 */
public record ParsedAnswer(
        List<AssetDefinition> assets,
        List<Row<DailyBar>> bars,
        List<Row<CorporateAction>> actions,
        List<Row<Observation>> observations,
        List<Row<Fundamental>> fundamentals,
        List<Rejected> rejected) {

    public ParsedAnswer {
        assets = List.copyOf(assets);
        bars = List.copyOf(bars);
        actions = List.copyOf(actions);
        observations = List.copyOf(observations);
        fundamentals = List.copyOf(fundamentals);
        rejected = List.copyOf(rejected);
    }

    /**
     * One fact with where it stood.
     *
     * @param line    in the source's file, header is 1
     * @param symbol  in our spelling
     * @param rawText the row as received, made only for the few rows that are shown to somebody
     */
    public record Row<T>(long line, String symbol, T value, Supplier<String> rawText) {

        public Row(long line, String symbol, T value, String raw) {
            this(line, symbol, value, () -> raw);
        }

        /** The row as received, cut to 1,000 characters. */
        public String raw() {
            return rawText.get();
        }
    }
}
