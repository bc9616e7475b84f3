package io.lumia.functions.graderecommendations;

import io.lumia.functions.graderecommendations.Grading.Graded;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
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

/** The use case: what is due by the clock → graded, in batches, each grade by itself. */
@Singleton
@Requires(beans = {RecommendationBook.class, Grading.class})
public final class GradeRecommendations {

    static final int BATCH = 50;

    /** For each horizon and run. */
    static final int MAX_BATCHES = 40;

    private static final Logger LOG = LoggerFactory.getLogger(GradeRecommendations.class);
    private static final ExchangeCalendar CALENDAR = ExchangeCalendar.UNITED_STATES;
    private static final UUID FIRST = new UUID(0, 0);

    private final RecommendationBook book;
    private final Grading grading;
    private final Clock clock;

    GradeRecommendations(RecommendationBook book, Grading grading, Clock clock) {
        this.book = book;
        this.grading = grading;
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
                case Graded.Done done -> book.add(done.grade());
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

    private static LocalDate back(LocalDate session, int sessions) {
        LocalDate day = session;
        for (int i = 0; i < sessions; i++) {
            day = CALENDAR.previousSession(day);
        }
        return day;
    }
}
