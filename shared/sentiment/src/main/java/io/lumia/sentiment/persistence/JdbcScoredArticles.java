package io.lumia.sentiment.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.news.Articles;
import io.lumia.news.LinkedArticle;
import io.lumia.platform.database.Sql;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.ScoredArticles;
import io.lumia.sentiment.SearchWords;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@link ScoredArticles} by full text and filters ({@link SearchStatement}); a page's articles are read afterwards.
 */
@Singleton
@Requires(beans = DataSource.class)
class JdbcScoredArticles implements ScoredArticles {

    private static final String HIGHLIGHTS = """
            SELECT a.article_id,
                   ts_headline('english', a.title, q.words, ?) AS title,
                   CASE WHEN a.body = '' THEN '' ELSE ts_headline('english', left(a.body, 20000), q.words, ?) END AS body
              FROM news.article a CROSS JOIN (SELECT to_tsquery('english', ?) AS words) q
             WHERE a.article_id = ANY (?)
            """;

    private static final String SCORES = """
            SELECT s.article_id, s.asset_id, m.model_version, s.p_negative, s.p_neutral, s.p_positive, s.confidence, s.abstained,
                   s.scored_by, s.reason, s.scored_at
              FROM sentiment.score s JOIN sentiment.model m USING (model_id)
             WHERE m.status = 'active' AND s.article_id = ANY (?)
             ORDER BY s.article_id, s.asset_id
            """;

    private final Sql sql;
    private final Articles articles;
    private final SearchWords words = SearchWords.builtIn();

    JdbcScoredArticles(Sql sql, Articles articles) {
        this.sql = sql;
        this.articles = articles;
    }

    @Override
    public Page search(Question question) {
        String query = question.words() == null ? null : words.query(question.words());
        Matches matches = matches(question, query);
        List<Long> places = matches.shown().stream().map(Match::place).toList();
        Map<Long, List<Highlight>> highlights = query == null ? Map.of() : highlights(places, query);
        Map<Long, ScoredArticle> read = scored(articles.get(places)).stream()
                .collect(Collectors.toMap(scored -> scored.article().key().place(), Function.identity()));
        List<Found> found = matches.shown().stream()
                .filter(match -> read.containsKey(match.place()))
                .map(match -> new Found(
                        Objects.requireNonNull(read.get(match.place())),
                        match.rank(),
                        highlights.getOrDefault(match.place(), List.of())))
                .toList();
        return new Page(found, Math.min(matches.total(), MAX_COUNTED), matches.total() > MAX_COUNTED);
    }

    private Matches matches(Question question, @Nullable String query) {
        SearchStatement statement = new SearchStatement(question, query);
        Matches few = sql.prepareForValues(statement.amongFew(), prepared -> {
            statement.bind(prepared);
            return Matches.read(prepared);
        });
        if (few.total() <= MAX_COUNTED) {
            return few;
        }
        List<Match> newest = sql.prepareForValues(statement.amongNewest(), prepared -> {
            statement.bind(prepared);
            return Sql.list(prepared, Match::of);
        });
        return new Matches(few.total(), newest);
    }

    /** A place on the list. */
    private record Match(long place, double rank) {

        static Match of(ResultSet row) throws SQLException {
            return new Match(row.getLong("article_id"), row.getDouble("rank"));
        }
    }

    /** @param total how many match, counted to one more than {@link #MAX_COUNTED} */
    private record Matches(long total, List<Match> shown) {

        static Matches read(PreparedStatement statement) throws SQLException {
            long total = 0;
            List<Match> shown = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    total = rows.getLong("total");
                    if (rows.getObject("article_id") != null) {
                        shown.add(Match.of(rows));
                    }
                }
            }
            return new Matches(total, shown);
        }
    }

    private Map<Long, List<Highlight>> highlights(List<Long> places, String query) {
        Map<Long, List<Highlight>> byArticle = new HashMap<>();
        sql.prepare(HIGHLIGHTS, statement -> {
            statement.setString(1, HighlightMarks.WHOLE);
            statement.setString(2, HighlightMarks.PASSAGE);
            statement.setString(3, query);
            Sql.setArray(statement, 4, "int8", places);
            return Sql.list(
                    statement,
                    row -> byArticle.put(
                            row.getLong("article_id"),
                            HighlightMarks.read(row.getString("title"), row.getString("body"))));
        });
        return byArticle;
    }

    @Override
    public Optional<ScoredArticle> find(UUID id, AsOf asOf) {
        return articles.find(id, asOf).map(article -> scored(List.of(article)).getFirst());
    }

    private List<ScoredArticle> scored(List<LinkedArticle> some) {
        Map<Long, List<Row>> rows =
                rows(some.stream().map(article -> article.key().place()).toList());
        return some.stream()
                .map(article -> scored(article, rows.getOrDefault(article.key().place(), List.of())))
                .toList();
    }

    private static ScoredArticle scored(LinkedArticle article, List<Row> rows) {
        KeptScore whole = rows.stream()
                .filter(row -> row.assetKey() == ScoreBook.WHOLE_ARTICLE)
                .map(Row::score)
                .findFirst()
                .orElse(null);
        return new ScoredArticle(
                article,
                rows.stream().map(Row::modelVersion).findFirst().orElse(""),
                whole,
                rows.stream()
                        .filter(row -> row.assetKey() != ScoreBook.WHOLE_ARTICLE)
                        .map(row -> new AssetScore(row.assetKey(), row.score()))
                        .toList());
    }

    private record Row(int assetKey, String modelVersion, KeptScore score) {}

    private Map<Long, List<Row>> rows(Collection<Long> places) {
        Map<Long, List<Row>> byArticle = new HashMap<>();
        sql.prepare(SCORES, statement -> {
            Sql.setArray(statement, 1, "int8", places);
            return Sql.list(statement, row -> byArticle
                    .computeIfAbsent(row.getLong("article_id"), _ -> new ArrayList<>())
                    .add(new Row(row.getInt("asset_id"), row.getString("model_version"), score(row))));
        });
        return byArticle;
    }

    private static KeptScore score(ResultSet row) throws SQLException {
        double confidence = row.getDouble("confidence");
        boolean isScored = !row.wasNull();
        return new KeptScore(
                isScored
                        ? new Probabilities(
                                row.getDouble("p_negative"), row.getDouble("p_neutral"), row.getDouble("p_positive"))
                        : null,
                isScored ? confidence : Double.NaN,
                row.getBoolean("abstained"),
                row.getString("scored_by"),
                row.getString("reason"),
                Sql.instant(row, "scored_at"));
    }
}
