package io.lumia.signals;

import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.quant.series.BenchmarkSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The asset that beta is measured against, and its closes. Where it is not in our books, every beta is unknown. */
public final class BenchmarkAsset {

    private final AssetCatalog catalog;
    private final Symbol symbol;

    /** @param symbol such as SPY; its current or else its last holder is meant */
    public BenchmarkAsset(AssetCatalog catalog, Symbol symbol) {
        this.catalog = catalog;
        this.symbol = symbol;
    }

    public Optional<Asset> find() {
        return catalog.find(symbol, null);
    }

    /** As our books have it now. */
    Closes current(CurrentBars bars) {
        return find().map(asset ->
                        closes(asset, bars.read(List.of(asset), LocalDate.MIN).get(asset.key())))
                .orElse(Closes.NONE);
    }

    static Closes closes(Asset asset, @Nullable AssetBars bars) {
        BenchmarkSeries series = bars == null
                ? BenchmarkSeries.none()
                : BenchmarkSeries.of(bars.series().epochDays(), bars.series().close());
        return new Closes(asset.key(), series);
    }

    /** @param assetKey null where the benchmark is not in our books */
    record Closes(@Nullable Integer assetKey, BenchmarkSeries series) {

        static final Closes NONE = new Closes(null, BenchmarkSeries.none());
    }
}
