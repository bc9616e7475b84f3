package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.ClaimScope;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.FeedbackKind;
import io.lumia.recommendation.record.RecommendationBook;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use case: what somebody says of a recommendation → our books. */
@Singleton
@Requires(beans = RecommendationBook.class)
final class GiveFeedback {

    private final RecommendationBook book;
    private final Transactions transactions;
    private final IdSource ids;
    private final Clock clock;

    GiveFeedback(RecommendationBook book, Transactions transactions, IdSource ids, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    Feedback give(UUID recommendation, String actor, FeedbackKind kind, @Nullable Integer value, String text) {
        Feedback feedback = new Feedback(
                ClaimScope.effectId(ids),
                recommendation,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                kind,
                value,
                text);
        if (!transactions.inTransaction(() -> book.add(feedback))) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "recommendation '%s' has %d entries of feedback, and no more are kept"
                            .formatted(recommendation, RecommendationBook.MAX_FEEDBACK));
        }
        return ClaimScope.tookEffectBefore() ? kept(feedback) : feedback;
    }

    /** Said when this request was tried before, at another time. */
    private Feedback kept(Feedback said) {
        return book.feedback(said.recommendationId(), said.actor()).stream()
                .filter(one -> one.id().equals(said.id()))
                .findFirst()
                .orElse(said);
    }
}
