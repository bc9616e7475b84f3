package io.lumia.accounts.webhook;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that partners can be told. Fields are the message's {@code data}, in snake_case; ratios are fractions. */
public sealed interface WebhookEvent {

    WebhookEventType type();

    /**
     * What became of one of the owner's recommendations.
     *
     * @param sessions        after how many: 5, 20 or 60
     * @param through         the last of them
     * @param benchmarkReturn null where the benchmark has no prices
     */
    @Serdeable
    record RecommendationGraded(
            UUID recommendationId,
            int sessions,
            LocalDate through,
            double portfolioReturn,
            @Nullable Double benchmarkReturn)
            implements WebhookEvent {
        @Override
        public WebhookEventType type() {
            return WebhookEventType.RECOMMENDATION_GRADED;
        }
    }

    /**
     * A signal went over or under a threshold between two sessions.
     *
     * @param before    its value at the session before
     * @param direction {@code up} or {@code down}
     */
    @Serdeable
    record SignalCrossed(
            UUID assetId,
            String symbol,
            String signal,
            LocalDate session,
            double before,
            double value,
            double threshold,
            String direction)
            implements WebhookEvent {
        @Override
        public WebhookEventType type() {
            return WebhookEventType.SIGNAL_CROSSED;
        }
    }

    /**
     * A collection run ended.
     *
     * @param status       succeeded, partial or failed
     * @param completeness a fraction; null where nothing was expected
     */
    @Serdeable
    record RunFinished(
            UUID runId, String job, String status, @Nullable Double completeness, Instant finishedAt)
            implements WebhookEvent {
        @Override
        public WebhookEventType type() {
            return WebhookEventType.RUN_FINISHED;
        }
    }

    /**
     * The owner has used most of the requests of an hour.
     *
     * @param resetAt when what is left grows again
     */
    @Serdeable
    record QuotaNear(int limit, int remaining, Instant resetAt) implements WebhookEvent {
        @Override
        public WebhookEventType type() {
            return WebhookEventType.QUOTA_NEAR;
        }
    }

    /** Nothing happened: somebody wants to see whether messages arrive. */
    @Serdeable
    record Test(UUID endpointId) implements WebhookEvent {
        @Override
        public WebhookEventType type() {
            return WebhookEventType.TEST;
        }
    }
}
