package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.Observation;
import io.lumia.recommendation.backtest.AssetCut.Sight;
import io.lumia.recommendation.backtest.MarketHistory.RateHistory;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.RiskFree;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.signals.PricedAssets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A market out of rows in memory. A snapshot of it has the prices, facts and mentions that {@code Snapshots.read} gives for the same as-of
 * and known-at; its id is a hash over these too, but not the one that {@code Snapshots} would give.
 *
 * <p>A row costs some 100 bytes: 105 assets of 1,500 sessions are 20 MB.
 */
public final class InMemoryHistory implements BacktestMarket {

    private static final double PERCENT = 100;

    private final MarketHistory history;
    private final int lookbackSessions;
    private final int riskFreeMaxDays;
    private final List<AssetCut> assets;
    private final Map<String, AssetCut> byId = new HashMap<>();
    private final Map<String, Optional<PriceTrack>> tracks = new HashMap<>();

    /**
     * @param lookbackSessions of prices in a snapshot
     * @param riskFreeMaxDays  an older rate is not counted
     */
    public InMemoryHistory(MarketHistory history, int lookbackSessions, int riskFreeMaxDays) {
        if (lookbackSessions < 1) {
            throw AppException.invalid("look-back", lookbackSessions, "1 or more sessions");
        }
        this.history = history;
        this.lookbackSessions = lookbackSessions;
        this.riskFreeMaxDays = riskFreeMaxDays;
        this.assets = history.assets().stream()
                .filter(asset -> PricedAssets.hasSignals(asset.definition().type()))
                .map(AssetCut::new)
                .toList();
        assets.forEach(asset -> byId.put(asset.id(), asset));
    }

    /** With the look-back and the age of rates that a configuration asks for. */
    public static InMemoryHistory of(MarketHistory history, EngineConfiguration configuration) {
        return new InMemoryHistory(
                history,
                configuration.universe().lookbackSessions(),
                configuration.returns().riskFreeMaxDays());
    }

    @Override
    public MarketSnapshot snapshot(AsOf asOf) {
        Instant knownAt = history.knownAt().isBefore(asOf.instant()) ? asOf.instant() : history.knownAt();
        SnapshotTime time = new SnapshotTime(asOf, knownAt);
        Sight sight = Sight.of(time, lookbackSessions);
        LocalDate session = sight.session();
        FingerprintBuilder fingerprint = new FingerprintBuilder();
        List<SnapshotAsset> cut =
                assets.stream().map(asset -> asset.cut(sight, fingerprint)).toList();
        return new MarketSnapshot(
                time,
                session,
                cut,
                riskFree(time, session),
                history.sentimentModel(),
                fingerprint.build(session, history.sentimentModel()));
    }

    @Override
    public Optional<PriceTrack> track(String assetId) {
        return tracks.computeIfAbsent(
                assetId, id -> Optional.ofNullable(byId.get(id)).map(asset -> asset.track(history.knownAt())));
    }

    private RiskFree riskFree(SnapshotTime time, LocalDate session) {
        LocalDate first = session.minusDays(riskFreeMaxDays);
        for (RateHistory rate : history.rates()) {
            LocalDate last = rate.lag().lastPublicOn(time.asOf().dateIn(ZoneOffset.UTC));
            Optional<Observation> newest = newest(rate, time, first, last);
            if (newest.isPresent()) {
                Observation value = newest.get();
                return new RiskFree(value.value() / PERCENT, rate.symbol(), value.date());
            }
        }
        return new RiskFree(0, "", session);
    }

    /** Of the last date that has a version which can be seen the earliest such version. */
    private static Optional<Observation> newest(RateHistory rate, SnapshotTime time, LocalDate first, LocalDate last) {
        Optional<Observation> newest = Optional.empty();
        for (Known<Observation> value : rate.values()) {
            LocalDate date = value.row().date();
            boolean inside = !date.isBefore(first) && !date.isAfter(last);
            boolean isLater = newest.map(found -> found.date().isBefore(date)).orElse(true);
            if (inside && isLater && value.canBeSeen(time)) {
                newest = Optional.of(value.row());
            }
        }
        return newest;
    }
}
