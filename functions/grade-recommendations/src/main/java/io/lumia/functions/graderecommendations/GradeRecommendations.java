package io.lumia.functions.graderecommendations;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.WebhookEvent.RecommendationGraded;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.functions.graderecommendations.Grading.Graded;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.NamedIds;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The use case: what is due by the clock → graded, in batches, each grade by itself; its owner's webhooks are told with it. */
@Singleton
@Requires(beans = {RecommendationBook.class, Grading.class, PublishWebhook.class})
public final class GradeRecommendations {

    static final int BATCH = 50;

    /** For each horizon and run. */
    static final int MAX_BATCHES = 40;

    private static final Logger LOG = LoggerFactory.getLogger(GradeRecommendations.class);
    private static final ExchangeCalendar CALENDAR = ExchangeCalendar.UNITED_STATES;
    private static final UUID FIRST = new UUID(0, 0);

    private final RecommendationBook book;
    private final Grading grading;
    private final PublishWebhook publishing;
    private final Transactions transactions;
    private final Clock clock;

    GradeRecommendations(
            RecommendationBook book,
            Grading grading,
            PublishWebhook publishing,
            Transactions transactions,
            Clock clock) {
        this.book = book;
        this.grading = grading;
        this.publishing = publishing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many grades are new */
    public int grade() {
        LocalDate closed = CALENDAR.lastClosedSession(AsOf.of(clock.instant()));
        return Grade.HORIZONS.stream()
                .mapToInt(sessions -> grade(sessions, closed))
                .sum();
    }

    private int grade(int sessions, LocalDate closed) {
        LocalDate lastSession = back(closed, sessions);
        int graded = 0;
        UUID after = FIRST;
        for (int batch = 0; batch < MAX_BATCHES; batch++) {
            List<StoredRecommendation> due = book.ungraded(sessions, lastSession, after, BATCH);
            graded += (int)
                    due.stream().filter(one -> isGraded(one, sessions, closed)).count();
            if (due.size() < BATCH) {
                LOG.info("{} recommendations graded after {} sessions", graded, sessions);
                return graded;
            }
            after = due.getLast().id();
        }
        LOG.warn("{} graded after {} sessions; more are due and go with the next run", graded, sessions);
        return graded;
    }

    /** One that cannot be graded holds up none of the others. */
    private boolean isGraded(StoredRecommendation one, int sessions, LocalDate closed) {
        try {
            return switch (grading.grade(one, sessions, closed)) {
                case Graded.Done done -> transactions.inTransaction(() -> isNew(one, done.grade()));
                case Graded.Waiting waiting -> {
                    LOG.info("recommendation {} waits for its grade: {}", one.id(), waiting.why());
                    yield false;
                }
            };
        } catch (AppException e) {
            LOG.error("recommendation {} cannot be graded after {} sessions", one.id(), sessions, e);
            return false;
        }
    }

    private boolean isNew(StoredRecommendation one, Grade grade) {
        boolean isNew = book.add(grade);
        if (isNew) {
            tellOwner(one, grade);
        }
        return isNew;
    }

    /** Nobody else's endpoints; those of this machine's own user, who is no account, do not exist. */
    private void tellOwner(StoredRecommendation one, Grade grade) {
        UserId.find(one.actor())
                .ifPresent(owner -> publishing.publish(
                        NamedIds.of(one.id(), "graded/" + grade.sessions()),
                        new RecommendationGraded(
                                one.id(),
                                grade.sessions(),
                                grade.session(),
                                grade.portfolioReturn(),
                                grade.benchmarkReturn()),
                        new Audience.Owner(owner)));
    }

    private static LocalDate back(LocalDate session, int sessions) {
        LocalDate day = session;
        for (int i = 0; i < sessions; i++) {
            day = CALENDAR.previousSession(day);
        }
        return day;
    }
}
