package io.lumia.recommendation.personal.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.personal.OwnedData;
import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.FeedbackKind;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnedAdviceTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final UserId STRANGER = new UserId(new UUID(0, 2));
    private static final Instant AT = Instant.parse("2015-01-02T12:00:00.123456Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());
    private final RecommendationBook book = context.getBean(RecommendationBook.class);
    private final Map<String, OwnedData> sections = context.getBeansOfType(OwnedData.class).stream()
            .collect(Collectors.toMap(OwnedData::section, Function.identity()));

    @BeforeEach
    void store() throws SQLException {
        book.add(stored(1, OWNER, Outcome.RECOMMENDED));
        book.add(stored(2, OWNER, Outcome.WITHHELD));
        book.add(stored(3, STRANGER, Outcome.RECOMMENDED));
        book.add(Grade.of(id(1), 5, AT, LocalDate.parse("2015-01-09"), 0.04, 0.01, List.of()));
        book.add(new Feedback(id(10), id(1), OWNER.toString(), AT, FeedbackKind.COMMENT, null, "too bold"));
        book.add(new Feedback(id(11), id(3), STRANGER.toString(), AT, FeedbackKind.RATING, 4, ""));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO recommendation.backtest (backtest_id, actor, draft, configuration, known_at, status)
                VALUES ('%s', '%s', '{"capital": 1000}', '2026-11', '2015-01-02', 'queued'),
                       ('%s', '%s', '{"capital": 2000}', '2026-11', '2015-01-02', 'queued')
                """.formatted(id(20), OWNER, id(21), STRANGER));
        }
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void exportsWhatTheOwnerAskedForAndSaidAndNothingElse() {
        assertThat(export("recommendations", OWNER)).hasSize(2);
        assertThat(export("recommendations", OWNER).getFirst())
                .contains(id(1).toString(), "\"capital\":1", "\"positions\":[]", "\"portfolio_return\" : 0.04")
                .doesNotContain(id(3).toString());
        assertThat(export("recommendation_feedback", OWNER)).singleElement().satisfies(said -> assertThat(said)
                .contains("too bold"));
        assertThat(export("backtests", OWNER)).singleElement().satisfies(asked -> assertThat(asked)
                .contains("\"capital\": 1000"));
    }

    /** What was recommended stays, since the engine is judged by it, but nobody asked for it any more. */
    @Test
    void erasesThePersonAndKeepsTheGrades() {
        sections.values().forEach(section -> section.erase(OWNER));

        sections.values().forEach(section -> assertThat(section.export(OWNER)).isEmpty());
        assertThat(book.find(id(1), "erased")).isPresent();
        assertThat(book.find(id(2), OWNER.toString())).isEmpty();
        assertThat(book.feedback(id(1), OWNER.toString())).isEmpty();
        assertThat(book.scorecard()).hasSize(1);
        assertThat(export("recommendations", STRANGER)).hasSize(1);
        assertThat(export("recommendation_feedback", STRANGER)).hasSize(1);
        assertThat(export("backtests", STRANGER)).hasSize(1);
    }

    private List<String> export(String section, UserId owner) {
        return sections.get(section).export(owner);
    }

    private static UUID id(int number) {
        return new UUID(9, number);
    }

    private static StoredRecommendation stored(int number, UserId actor, Outcome outcome) {
        return new StoredRecommendation(
                id(number),
                actor.toString(),
                AT.plusSeconds(number),
                "{\"capital\":1}",
                "5d41",
                AT,
                AT,
                LocalDate.parse("2014-12-31"),
                "",
                "2026-11",
                "1",
                "a",
                7,
                outcome,
                "{\"positions\":[]}",
                "ab");
    }
}
