package io.lumia.signals;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.PriceHistory;
import io.lumia.market.StoredBars;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.quant.signal.SignalEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link SignalsAsOf} by the same engine as the stored signals, from {@link PriceHistory} as of the instant. */
public final class FactsSignalsAsOf implements SignalsAsOf {

    private final PriceHistory prices;
    private final BenchmarkAsset benchmark;

    public FactsSignalsAsOf(PriceHistory prices, BenchmarkAsset benchmark) {
        this.prices = prices;
        this.benchmark = benchmark;
    }

    @Override
    public List<SignalRow> history(Asset asset, LocalDate from, LocalDate to, AsOf asOf, int limit) {
        if (!PricedAssets.hasSignals(asset.definition().type())) {
            return List.of();
        }
        Optional<AssetBars> bars = bars(asset, asOf);
        return bars.map(known -> rows(compute(asset, known, asOf), from, to, asOf, limit))
                .orElse(List.of());
    }

    private SignalColumns compute(Asset asset, AssetBars bars, AsOf asOf) {
        BenchmarkSeries closes = benchmark
                .find()
                .map(found -> BenchmarkAsset.closes(found, bars(found, asOf).orElse(null))
                        .series())
                .orElse(BenchmarkSeries.none());
        double sessionsPerYear = PricedAssets.sessionsPerYear(asset.definition().type());
        return new SignalEngine().compute(bars.series(), closes, sessionsPerYear);
    }

    /** From the first bar on, also when only the last rows are wanted: averages feed on their whole past. */
    private Optional<AssetBars> bars(Asset asset, AsOf asOf) {
        StoredBars bars = prices.bars(asset, LocalDate.MIN, LocalDate.MAX, asOf);
        return bars.bars().isEmpty()
                ? Optional.empty()
                : Optional.of(SplitAdjusted.of(bars, prices.actions(asset, asOf)));
    }

    private static List<SignalRow> rows(SignalColumns columns, LocalDate from, LocalDate to, AsOf asOf, int limit) {
        List<SignalRow> rows = new ArrayList<>();
        for (int i = 0; i < columns.size() && rows.size() < limit; i++) {
            LocalDate date = LocalDate.ofEpochDay(columns.epochDay(i));
            if (!date.isBefore(from) && !date.isAfter(to)) {
                rows.add(new SignalRow(date, values(columns, i), asOf.instant()));
            }
        }
        return rows;
    }

    private static double[] values(SignalColumns columns, int position) {
        SignalColumn[] names = SignalColumn.values();
        double[] values = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = columns.get(names[i])[position];
        }
        return values;
    }
}
