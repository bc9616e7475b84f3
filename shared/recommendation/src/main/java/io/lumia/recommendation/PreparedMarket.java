package io.lumia.recommendation;

import io.lumia.kernel.AssetId;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.portfolio.ReturnModel;
import io.lumia.recommendation.score.AssetFeatures;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.universe.AssetMeasures;
import io.lumia.recommendation.universe.AssetMeasures.Gauge;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with what was computed of it and does not depend on a request: features of assets, covariances of candidates. Several
 * requests, also at the same time, share it. Belongs to the
 * configuration that it is first used with.
 */
public final class PreparedMarket {

    private final MarketSnapshot snapshot;
    private final ReturnModel returns = new ReturnModel();
    private final AtomicReference<@Nullable Used> used = new AtomicReference<>();
    private final Map<AssetId, AssetFeatures> features = new ConcurrentHashMap<>();
    private final Map<AssetId, AssetMeasures> measures = new ConcurrentHashMap<>();

    public PreparedMarket(MarketSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** By which what is kept was computed. */
    private record Used(EngineConfiguration configuration, Gauge gauge) {}

    public MarketSnapshot snapshot() {
        return snapshot;
    }

    ReturnModel returns() {
        return returns;
    }

    /** Fails where it was used with another configuration before. */
    void use(EngineConfiguration configuration) {
        used.compareAndSet(null, new Used(configuration, new Gauge(configuration.universe(), snapshot.session())));
        if (!used().configuration().equals(configuration)) {
            throw new IllegalStateException("prepared for configuration %s, used with %s"
                    .formatted(used().configuration().version(), configuration.version()));
        }
    }

    private Used used() {
        return Objects.requireNonNull(used.get(), "use() comes first");
    }

    AssetFeatures features(SnapshotAsset asset) {
        return features.computeIfAbsent(
                asset.id(),
                _ -> AssetFeatures.of(
                        asset, snapshot.session(), used().configuration().scores()));
    }

    AssetMeasures measures(SnapshotAsset asset) {
        return measures.computeIfAbsent(asset.id(), _ -> {
            Gauge gauge = used().gauge();
            synchronized (gauge) {
                return gauge.measure(asset);
            }
        });
    }
}
