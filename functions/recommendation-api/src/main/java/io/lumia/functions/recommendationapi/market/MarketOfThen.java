package io.lumia.functions.recommendationapi.market;

import io.lumia.kernel.AsOf;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.recommendation.snapshot.Snapshots;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** What was known when a recommendation was made, read from our books again. */
@Singleton
@Requires(beans = Snapshots.class)
public final class MarketOfThen {

    private final Snapshots snapshots;

    MarketOfThen(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Its id is another where rows were changed behind our back. */
    public MarketSnapshot read(StoredRecommendation stored, EngineConfiguration configuration) {
        SnapshotTime time = new SnapshotTime(AsOf.of(stored.asOf()), stored.knownAt());
        return snapshots.read(SnapshotQuestions.of(time, configuration, stored.sentimentModel()));
    }
}
