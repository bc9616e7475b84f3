package io.lumia.sentiment.persistence;

import io.lumia.platform.database.Sql;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.ScoredArticles;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of what matches a question. Both statements cost by what they look at, not by how much there is:
 *
 * <ol>
 *   <li>{@link #amongFew()} collects matches in any order, up to one more than are counted. Rare words are found by their
 *       index; if it gets them all, the newest of them are ranked and shown.
 *   <li>{@link #amongNewest()} is for questions with more: it walks from the newest article back until it has enough. For
 *       rare words it would walk through everything.
 * </ol>
 *
 * <p>Both are to be planned for the values they get ({@code Sql.prepareForValues}): only then does the planner know which words
 * are rare. With one plan for all it takes every word for rare and reads all matches.
 */
final class SearchStatement {

    /** Weights of ts_rank: D, C, B (body), A (title). */
    private static final String WEIGHTS = "'{0, 0, 0.3, 1}'";

    private static final String MATCHING = """
            SELECT a.article_id, a.published_at
              FROM news.article a
            %s WHERE a.collected_at <= ?
            %s""";

    private static final String SCORE_JOIN = """
              JOIN sentiment.score s ON s.article_id = a.article_id AND s.asset_id = %d AND NOT s.abstained
                   AND s.model_id = (SELECT model_id FROM sentiment.model WHERE status = 'active')
            """;

    private static final String WORDS = "AND a.search @@ to_tsquery('english', ?)";

    private static final String AMONG_FEW = """
            WITH matching AS MATERIALIZED (
            %s LIMIT %d),
            counted AS (SELECT count(*) AS total FROM matching),
            newest AS (
            SELECT m.* FROM matching m WHERE (SELECT total FROM counted) <= %d
             ORDER BY m.published_at DESC, m.article_id DESC LIMIT %d),
            shown AS (
            %s)
            SELECT c.total, s.article_id, s.rank
              FROM counted c LEFT JOIN shown s ON true
             ORDER BY s.rank DESC, s.published_at DESC, s.article_id DESC
            """;

    private static final String AMONG_NEWEST = """
            WITH newest AS MATERIALIZED (
            %s ORDER BY a.published_at DESC, a.article_id DESC LIMIT %d)
            %s
            """;

    private static final String NEWEST_FIRST = """
            SELECT n.article_id, n.published_at, 0::float8 AS rank
              FROM newest n
             ORDER BY n.published_at DESC, n.article_id DESC LIMIT ? OFFSET ?""";

    private static final String BEST_FIRST = """
            SELECT n.article_id, n.published_at, ts_rank(%s, a.search, to_tsquery('english', ?)) AS rank
              FROM newest n JOIN news.article a USING (article_id)
             ORDER BY rank DESC, n.published_at DESC, n.article_id DESC LIMIT ? OFFSET ?""".formatted(WEIGHTS);

    private final ScoredArticles.Question question;
    private final @Nullable String query;
    private final List<Condition> conditions;

    /** @param query of {@code to_tsquery}; null where the question has no words */
    SearchStatement(ScoredArticles.Question question, @Nullable String query) {
        this.question = question;
        this.query = query;
        this.conditions = conditions(question);
    }

    /** A condition with its value. */
    private record Condition(String text, String arrayType, Object value) {}

    /** Rows of a page, each with the total; one row with nothing but the total where the page is empty. */
    String amongFew() {
        int looked = query == null ? ScoredArticles.MAX_COUNTED : ScoredArticles.MAX_RANKED;
        return AMONG_FEW.formatted(
                matching(), ScoredArticles.MAX_COUNTED + 1, ScoredArticles.MAX_COUNTED, looked, shown());
    }

    /** Rows of a page. */
    String amongNewest() {
        long looked = query == null ? offset() + question.perPage() : ScoredArticles.MAX_RANKED;
        return AMONG_NEWEST.formatted(matching(), looked, shown());
    }

    private long offset() {
        return (question.page() - 1L) * question.perPage();
    }

    private String matching() {
        boolean byScore =
                question.minScore() != null || question.maxScore() != null || question.minConfidence() != null;
        String filters =
                conditions.stream().map(condition -> " AND " + condition.text()).collect(Collectors.joining());
        return MATCHING.formatted(
                byScore ? SCORE_JOIN.formatted(scoredFor()) : "", (query == null ? "" : WORDS) + filters);
    }

    private String shown() {
        return query == null ? NEWEST_FIRST : BEST_FIRST;
    }

    /** The score that is asked about is that for the asset, where one only is. */
    private int scoredFor() {
        return question.assetKeys().size() == 1 ? question.assetKeys().getFirst() : ScoreBook.WHOLE_ARTICLE;
    }

    /** The parameters of either. */
    void bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        statement.setObject(next++, Sql.utc(question.asOf().instant()));
        if (query != null) {
            statement.setString(next++, query);
        }
        for (Condition condition : conditions) {
            bind(statement, next++, condition);
        }
        if (query != null) {
            statement.setString(next++, query);
        }
        statement.setInt(next++, question.perPage());
        statement.setLong(next, offset());
    }

    private static void bind(PreparedStatement statement, int position, Condition condition) throws SQLException {
        if (condition.value() instanceof List<?> values) {
            Sql.setArray(statement, position, condition.arrayType(), values);
        } else {
            statement.setObject(position, condition.value());
        }
    }

    private static List<Condition> conditions(ScoredArticles.Question question) {
        List<Condition> conditions = new ArrayList<>();
        addAny(conditions, "int4", question.assetKeys(), """
                EXISTS (SELECT FROM news.article_link l
                         WHERE l.article_id = a.article_id AND l.asset_id = ANY (?) AND l.relevance > 0)""");
        addAny(
                conditions,
                "text",
                question.publishers().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList(),
                "lower(a.publisher) = ANY (?)");
        addAny(
                conditions,
                "text",
                question.types().stream().map(type -> type.code()).toList(),
                "a.article_type = ANY (?)");
        addAny(
                conditions,
                "text",
                question.kinds().stream().map(kind -> kind.code()).toList(),
                "a.kind = ANY (?)");
        addBound(conditions, question.minScore(), "s.p_positive - s.p_negative >= ?");
        addBound(conditions, question.maxScore(), "s.p_positive - s.p_negative <= ?");
        addBound(conditions, question.minConfidence(), "s.confidence >= ?");
        addBound(conditions, instant(question.from()), "a.published_at >= ?");
        addBound(conditions, instant(question.to()), "a.published_at < ?");
        return conditions;
    }

    private static void addAny(List<Condition> conditions, String type, List<?> values, String text) {
        if (!values.isEmpty()) {
            conditions.add(new Condition(text, type, values));
        }
    }

    private static void addBound(List<Condition> conditions, @Nullable Object value, String text) {
        if (value != null) {
            conditions.add(new Condition(text, "", value));
        }
    }

    private static @Nullable OffsetDateTime instant(@Nullable Instant instant) {
        return instant == null ? null : Sql.utc(instant);
    }
}
