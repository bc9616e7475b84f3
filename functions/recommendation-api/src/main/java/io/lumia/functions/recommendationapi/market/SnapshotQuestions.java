package io.lumia.functions.recommendationapi.market;

import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.SnapshotTime;
import org.jspecify.annotations.Nullable;

/** Which snapshot a configuration wants. */
public final class SnapshotQuestions {

    private SnapshotQuestions() {}

    /** @param sentimentModel version whose scores count; null for the one that is active */
    public static SnapshotQuestion of(
            SnapshotTime time, EngineConfiguration configuration, @Nullable String sentimentModel) {
        return new SnapshotQuestion(
                time,
                configuration.universe().lookbackSessions(),
                configuration.returns().riskFreeSeries(),
                configuration.returns().riskFreeMaxDays(),
                sentimentModel);
    }
}
