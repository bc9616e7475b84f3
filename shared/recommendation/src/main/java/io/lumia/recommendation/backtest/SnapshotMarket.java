package io.lumia.recommendation.backtest;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.PriceHistory;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.recommendation.snapshot.Snapshots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A market out of our books, read anew at each decision: exactly the snapshots that a recommendation gets. Prices for trading are read once
 * for each asset that is ever held, among them all that were eligible.
 */
public final class SnapshotMarket implements BacktestMarket {

    private final Snapshots snapshots;
    private final PriceHistory prices;
    private final AssetCatalog catalog;
    private final EngineConfiguration configuration;
    private final Span span;
    private final Map<String, Optional<PriceTrack>> tracks = new HashMap<>();

    public SnapshotMarket(
            Snapshots snapshots,
            PriceHistory prices,
            AssetCatalog catalog,
            EngineConfiguration configuration,
            Span span) {
        this.snapshots = snapshots;
        this.prices = prices;
        this.catalog = catalog;
        this.configuration = configuration;
        this.span = span;
    }

    /**
     * What of the books is looked at.
     *
     * @param from    first day of the backtest
     * @param to      last one
     * @param knownAt what our books learned later does not count; the same in all runs of a backtest
     */
    public record Span(LocalDate from, LocalDate to, Instant knownAt) {}

    @Override
    public MarketSnapshot snapshot(AsOf asOf) {
        return snapshots.read(new SnapshotQuestion(
                new SnapshotTime(asOf, span.knownAt()),
                configuration.universe().lookbackSessions(),
                configuration.returns().riskFreeSeries(),
                configuration.returns().riskFreeMaxDays(),
                null));
    }

    @Override
    public Optional<PriceTrack> track(String assetId) {
        return tracks.computeIfAbsent(assetId, this::read);
    }

    private Optional<PriceTrack> read(String assetId) {
        return catalog.find(AssetId.parse(assetId)).map(this::read);
    }

    /** From so long before the first day that what does not trade on it has a price. */
    private PriceTrack read(Asset asset) {
        AsOf asOf = AsOf.of(span.knownAt());
        return PriceTrack.of(
                prices.bars(asset, span.from().minusDays(PriceTrack.MAX_SILENT_DAYS), span.to(), asOf),
                prices.actions(asset, asOf),
                asset.definition().lastDate());
    }
}
