package io.lumia.sentiment.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.platform.database.Sql;
import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.Sentiment;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link ScoreBook} in schema {@code sentiment}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcScoreBook implements ScoreBook {

    /** Two that begin at once wait for each other at the unique version, or at the one active row. */
    private static final String BEGIN = """
            INSERT INTO sentiment.model (model_version, status, begun_at, activated_at)
            SELECT ?, CASE WHEN a.active THEN 'scoring' ELSE 'active' END, ?, CASE WHEN a.active THEN NULL ELSE ?::timestamptz END
              FROM (SELECT EXISTS (SELECT FROM sentiment.model WHERE status = 'active') AS active) a
            ON CONFLICT (model_version) DO NOTHING
            """;

    private static final String MODEL =
            "SELECT model_id, model_version, status FROM sentiment.model WHERE model_version = ?";

    /** An article lacks a score as a whole, or for an asset that its words name. */
    private static final String LACKING = """
            SELECT a.article_id FROM news.article a
             WHERE %s
               AND (NOT EXISTS (SELECT FROM sentiment.score s
                                 WHERE s.article_id = a.article_id AND s.asset_id = 0 AND s.model_id = ?)
                    OR EXISTS (SELECT FROM news.article_link l
                                WHERE l.article_id = a.article_id AND l.evidence -> 'spans' <> '[]'
                                  AND NOT EXISTS (SELECT FROM sentiment.score s
                                                   WHERE s.article_id = l.article_id AND s.asset_id = l.asset_id AND s.model_id = ?)))
             ORDER BY a.article_id
             LIMIT ?
            """;

    private static final String AMONG = LACKING.formatted("a.public_id = ANY (?)");
    private static final String BEHIND = LACKING.formatted("a.article_id > ?");

    private static final String PLACES =
            "SELECT article_id FROM news.article WHERE public_id = ANY (?) ORDER BY article_id";

    private static final String ADD = """
            INSERT INTO sentiment.score (article_id, asset_id, model_id, p_negative, p_neutral, p_positive, confidence, abstained,
                   scored_by, reason, scored_at)
            SELECT g.article_id, g.asset_id, ?, g.p_negative, g.p_neutral, g.p_positive, g.confidence, g.abstained, g.scored_by,
                   g.reason, ?
              FROM unnest(?::bigint[], ?::int[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::boolean[], ?::text[], ?::text[])
                AS g (article_id, asset_id, p_negative, p_neutral, p_positive, confidence, abstained, scored_by, reason)
            ON CONFLICT DO NOTHING
            """;

    private static final String ASSETS = """
            SELECT m.public_id, min(a.usable_from) AS usable_from
              FROM news.article_link l JOIN news.article a USING (article_id) JOIN market.asset m USING (asset_id)
             WHERE %s
             GROUP BY m.public_id
             ORDER BY m.public_id
            """;

    private static final String RETIRE =
            "UPDATE sentiment.model SET status = 'retired' WHERE status = 'active' AND model_id <> ?";

    private static final String ACTIVATE =
            "UPDATE sentiment.model SET status = 'active', activated_at = ? WHERE model_id = ? AND status <> 'active'";

    private final Sql sql;

    JdbcScoreBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public KnownModel begin(String modelVersion, Instant at) {
        return find(modelVersion).orElseGet(() -> {
            sql.prepare(BEGIN, statement -> {
                statement.setString(1, modelVersion);
                statement.setObject(2, Sql.utc(at));
                statement.setObject(3, Sql.utc(at));
                return statement.executeUpdate();
            });
            return find(modelVersion).orElseThrow();
        });
    }

    private java.util.Optional<KnownModel> find(String modelVersion) {
        return sql
                .prepare(MODEL, statement -> {
                    statement.setString(1, modelVersion);
                    return Sql.list(statement, JdbcScoreBook::model);
                })
                .stream()
                .findFirst();
    }

    private static KnownModel model(ResultSet row) throws SQLException {
        return new KnownModel(
                row.getInt("model_id"),
                row.getString("model_version"),
                row.getString("status").equals("active"));
    }

    @Override
    public List<Long> lacking(Collection<UUID> articles, KnownModel model) {
        return sql.prepare(AMONG, statement -> {
            Sql.setArray(statement, 1, "uuid", articles);
            return places(statement, model, articles.size());
        });
    }

    @Override
    public List<Long> places(Collection<UUID> articles) {
        return sql.prepare(PLACES, statement -> {
            Sql.setArray(statement, 1, "uuid", articles);
            return Sql.list(statement, row -> row.getLong(1));
        });
    }

    @Override
    public List<Long> lackingAfter(long place, int limit, KnownModel model) {
        return sql.prepare(BEHIND, statement -> {
            statement.setLong(1, place);
            return places(statement, model, limit);
        });
    }

    private static List<Long> places(PreparedStatement statement, KnownModel model, int limit) throws SQLException {
        statement.setInt(2, model.id());
        statement.setInt(3, model.id());
        statement.setInt(4, limit);
        return Sql.list(statement, row -> row.getLong(1));
    }

    @Override
    public int add(List<ArticleScore> scores, KnownModel model, Instant at) {
        if (scores.isEmpty()) {
            return 0;
        }
        return sql.prepare(ADD, statement -> {
            statement.setInt(1, model.id());
            statement.setObject(2, Sql.utc(at));
            Sql.setArray(statement, 3, "int8", scores, ArticleScore::place);
            Sql.setArray(statement, 4, "int4", scores, ArticleScore::assetKey);
            Sql.setArray(statement, 5, "float8", scores, score -> probability(score, Probabilities::negative));
            Sql.setArray(statement, 6, "float8", scores, score -> probability(score, Probabilities::neutral));
            Sql.setArray(statement, 7, "float8", scores, score -> probability(score, Probabilities::positive));
            Sql.setArray(statement, 8, "float8", scores, JdbcScoreBook::confidence);
            Sql.setArray(statement, 9, "bool", scores, JdbcScoreBook::abstained);
            Sql.setArray(statement, 10, "text", scores, JdbcScoreBook::scoredBy);
            Sql.setArray(statement, 11, "text", scores, JdbcScoreBook::reason);
            return statement.executeUpdate();
        });
    }

    private static @Nullable Double probability(ArticleScore score, Function<Probabilities, Double> which) {
        return score.scoring() instanceof Sentiment sentiment ? which.apply(sentiment.probabilities()) : null;
    }

    private static @Nullable Double confidence(ArticleScore score) {
        return score.scoring() instanceof Sentiment sentiment ? sentiment.confidence() : null;
    }

    private static boolean abstained(ArticleScore score) {
        return !(score.scoring() instanceof Sentiment sentiment) || sentiment.abstained();
    }

    private static String scoredBy(ArticleScore score) {
        return switch (score.scoring()) {
            case Sentiment sentiment -> sentiment.scoredBy().word();
            case NotScored _ -> NotScored.SCORED_BY;
        };
    }

    private static String reason(ArticleScore score) {
        return switch (score.scoring()) {
            case Sentiment _ -> "";
            case NotScored(NotScored.Reason reason) -> reason.word();
        };
    }

    @Override
    public Map<AssetId, Instant> assetsOf(Collection<Long> places) {
        return sql.prepare(ASSETS.formatted("l.article_id = ANY (?)"), statement -> {
            Sql.setArray(statement, 1, "int8", places);
            return assets(statement);
        });
    }

    @Override
    public Map<AssetId, Instant> allAssets() {
        return sql.prepare(ASSETS.formatted("true"), JdbcScoreBook::assets);
    }

    private static Map<AssetId, Instant> assets(PreparedStatement statement) throws SQLException {
        Map<AssetId, Instant> assets = new LinkedHashMap<>();
        Sql.list(
                statement,
                row -> assets.put(
                        new AssetId(row.getObject("public_id", UUID.class)), Sql.instant(row, "usable_from")));
        return assets;
    }

    @Override
    public void activate(KnownModel model, Instant at) {
        sql.prepare(RETIRE, statement -> {
            statement.setInt(1, model.id());
            return statement.executeUpdate();
        });
        sql.prepare(ACTIVATE, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setInt(2, model.id());
            return statement.executeUpdate();
        });
    }
}
