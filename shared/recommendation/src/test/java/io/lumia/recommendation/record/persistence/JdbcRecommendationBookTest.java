package io.lumia.recommendation.record.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.FeedbackKind;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.ListedRecommendation;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.ScorecardLine;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcRecommendationBookTest {

    private static final Instant AT = Instant.parse("2015-01-02T12:00:00.123456Z");
    private static final UUID NONE = new UUID(0, 0);

    private final ApplicationContext context =
            ApplicationContext.run(EmbeddedDatabase.fresh().properties());
    private final RecommendationBook book = context.getBean(RecommendationBook.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void keepsARecommendationByteByByteAndOnce() {
        StoredRecommendation stored = stored(1, "ann", "a", "2014-12-31");

        assertThat(book.add(stored)).isTrue();
        assertThat(book.add(stored(1, "bob", "b", "2014-12-30"))).isFalse();

        assertThat(book.find(stored.id(), "ann")).contains(stored);
        assertThat(book.find(NONE, "ann")).isEmpty();
    }

    @Test
    void listsOnesOwnNewestFirst() {
        IntStream.rangeClosed(1, 5).forEach(i -> book.add(stored(i, i == 3 ? "bob" : "ann", "a", "2014-12-31")));

        RecommendationBook.Page second = book.list("ann", 2, 3);

        assertThat(second.totalItems()).isEqualTo(4);
        assertThat(second.recommendations())
                .extracting(ListedRecommendation::id)
                .containsExactly(id(1));
        assertThat(book.list("ann", 1, 3).recommendations())
                .extracting(ListedRecommendation::id)
                .containsExactly(id(5), id(4), id(2));
        assertThat(book.list("eve", 1, 3).totalItems()).isZero();
    }

    @Test
    void keepsFeedbackOldestFirstUpToItsBound() {
        book.add(stored(1, "ann", "a", "2014-12-31"));
        Feedback rating = new Feedback(id(10), id(1), "ann", AT, FeedbackKind.RATING, 4, "");
        Feedback comment =
                new Feedback(id(11), id(1), "ann", AT.plusSeconds(1), FeedbackKind.COMMENT, null, "too bold");

        assertThat(book.add(comment)).isTrue();
        assertThat(book.add(rating)).isTrue();
        assertThat(book.add(rating)).isTrue();
        assertThat(book.feedback(id(1), "ann")).containsExactly(rating, comment);

        for (int i = 2; i < RecommendationBook.MAX_FEEDBACK; i++) {
            assertThat(book.add(new Feedback(id(10 + i), id(1), "ann", AT, FeedbackKind.CLICKED, null, "AAPL")))
                    .isTrue();
        }
        assertThat(book.add(new Feedback(id(999), id(1), "ann", AT, FeedbackKind.CLICKED, null, "AAPL")))
                .isFalse();
        assertThat(book.feedback(id(1), "ann")).hasSize(RecommendationBook.MAX_FEEDBACK);
    }

    @Test
    void whatIsSomebodyElsesIsNotFoundAndCannotBeSpokenOf() {
        book.add(stored(1, "ann", "a", "2014-12-31"));
        book.add(new Feedback(id(10), id(1), "ann", AT, FeedbackKind.RATING, 4, ""));
        book.add(Grade.of(id(1), 5, AT, LocalDate.parse("2015-01-06"), 0.01, 0.02, List.of()));

        assertThat(book.add(new Feedback(id(11), id(1), "bob", AT, FeedbackKind.RATING, 1, "")))
                .isFalse();
        assertThat(book.find(id(1), "bob")).isEmpty();
        assertThat(book.feedback(id(1), "bob")).isEmpty();
        assertThat(book.grades(id(1), "bob")).isEmpty();
        assertThat(book.find(id(1), "ann")).isPresent();
        assertThat(book.feedback(id(1), "ann")).hasSize(1);
        assertThat(book.grades(id(1), "ann")).hasSize(1);
    }

    @Test
    void findsWhatHasNoGradeYet() {
        book.add(stored(1, "ann", "a", "2014-12-29"));
        book.add(stored(2, "ann", "a", "2014-12-30"));
        book.add(stored(3, "ann", "a", "2014-12-31"));
        book.add(withheld(4));
        book.add(Grade.of(id(1), 5, AT, LocalDate.parse("2015-01-06"), 0.01, 0.02, List.of()));
        LocalDate last = LocalDate.parse("2014-12-30");

        assertThat(book.ungraded(5, last, NONE, 10))
                .extracting(StoredRecommendation::id)
                .containsExactly(id(2));
        assertThat(book.ungraded(20, last, NONE, 10))
                .extracting(StoredRecommendation::id)
                .containsExactly(id(1), id(2));
        assertThat(book.ungraded(20, last, id(1), 10))
                .extracting(StoredRecommendation::id)
                .containsExactly(id(2));
        assertThat(book.ungraded(20, last, NONE, 1)).hasSize(1);
    }

    /** By hand: (4 % - 2 %) / 2 = 1 %, (1 % + 1 %) / 2 = 1 %, excess +3 % and -3 %, one hit of two; the third has no benchmark. */
    @Test
    void theScorecardIsTheMeanOfTheGrades() {
        IntStream.rangeClosed(1, 4).forEach(i -> book.add(stored(i, "ann", i == 4 ? "b" : "a", "2014-12-29")));
        LocalDate session = LocalDate.parse("2015-01-06");
        Grade first = Grade.of(id(1), 5, AT, session, 0.04, 0.01, List.of("A01 stopped trading on 2015-01-05"));
        book.add(first);
        book.add(Grade.of(id(1), 5, AT, session, 0.99, 0.99, List.of()));
        book.add(Grade.of(id(2), 5, AT, session, -0.02, 0.01, List.of()));
        book.add(Grade.of(id(3), 5, AT, session, 0.07, null, List.of("SPY has no prices")));
        book.add(Grade.of(id(4), 5, AT, session, 0.02, 0.01, List.of()));
        book.add(Grade.of(id(1), 20, AT, session, 0.1, 0.2, List.of()));

        List<ScorecardLine> lines = book.scorecard();

        assertThat(book.grades(id(1), "ann").getFirst()).isEqualTo(first);
        assertThat(book.grades(id(1), "ann")).hasSize(2);
        assertThat(book.grades(id(3), "ann").getFirst().hit()).isNull();
        assertThat(lines).hasSize(3);
        ScorecardLine line = lines.getFirst();
        assertThat(line.variant()).isEqualTo("a");
        assertThat(line.graded()).isEqualTo(3);
        assertThat(line.compared()).isEqualTo(2);
        assertThat(line.meanPortfolioReturn()).isCloseTo(0.03, within(1e-12));
        assertThat(line.meanBenchmarkReturn()).isCloseTo(0.01, within(1e-12));
        assertThat(line.meanExcess()).isCloseTo(0, within(1e-12));
        assertThat(line.hitRate()).isEqualTo(0.5);
        assertThat(lines.get(1).hitRate()).isEqualTo(1);
        assertThat(lines.get(2).sessions()).isEqualTo(20);
        assertThat(lines.get(2).hitRate()).isZero();
    }

    private static StoredRecommendation withheld(int number) {
        return stored(number, "ann", "a", "2014-12-29", Outcome.WITHHELD);
    }

    private static StoredRecommendation stored(int number, String actor, String variant, String session) {
        return stored(number, actor, variant, session, Outcome.RECOMMENDED);
    }

    private static StoredRecommendation stored(
            int number, String actor, String variant, String session, Outcome outcome) {
        return new StoredRecommendation(
                id(number),
                actor,
                AT.plusSeconds(number),
                "{\"capital\": 25000,  \"b\": 1, \"a\": 2}",
                "5d41",
                AT,
                AT.plusSeconds(1),
                LocalDate.parse(session),
                "finbert-1",
                "2026-11",
                "1",
                variant,
                Long.MAX_VALUE,
                outcome,
                "{\"b\": 0.10, \"a\": \"\u00e9\"}",
                "ab12");
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
