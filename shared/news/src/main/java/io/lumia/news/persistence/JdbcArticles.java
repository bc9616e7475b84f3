package io.lumia.news.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.Published.Precision;
import io.lumia.news.ArticleStore.ArticleKey;
import io.lumia.news.ArticleType;
import io.lumia.news.Articles;
import io.lumia.news.LinkedArticle;
import io.lumia.news.LinkedArticle.AssetLink;
import io.lumia.news.link.Link;
import io.lumia.news.link.LinkMethod;
import io.lumia.platform.database.Sql;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link Articles} from schema {@code news}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcArticles implements Articles {

    private static final String COLUMNS = """
            SELECT a.article_id, a.public_id, a.kind, a.article_type, a.provider, a.publisher, a.title, a.body, a.url, a.language,
                   a.published_at, a.published_precision, a.usable_from, a.collected_at
              FROM news.article a
            """;

    private static final String GET = COLUMNS + " WHERE a.article_id = ANY (?) ORDER BY a.article_id";

    private static final String FIND = COLUMNS + " WHERE a.public_id = ? AND a.collected_at <= ?";

    /** A link as it was at an instant: the one of now if it is older, else the superseded one that held then. */
    private static final String LINKS = """
            SELECT l.article_id, l.asset_id, m.public_id, m.name, l.method, l.relevance, l.evidence, l.linked_at, l.linked_by,
                   (SELECT s.symbol FROM market.asset_symbol s WHERE s.asset_id = l.asset_id
                     ORDER BY upper(s.validity) DESC NULLS FIRST LIMIT 1) AS symbol
              FROM (SELECT article_id, asset_id, method, relevance, evidence, linked_at, linked_by
                      FROM news.article_link WHERE article_id = ANY (?) AND linked_at <= ?
                    UNION ALL
                    SELECT article_id, asset_id, method, relevance, evidence, valid_from, linked_by
                      FROM news.article_link_revision WHERE article_id = ANY (?) AND valid_from <= ? AND valid_to > ?) l
              JOIN market.asset m USING (asset_id)
             WHERE l.relevance > 0
             ORDER BY l.article_id, l.relevance DESC, l.asset_id
            """;

    private static final String BY_HAND = """
            WITH given AS (
                SELECT r.article_id, a.asset_id FROM news.article r CROSS JOIN market.asset a
                 WHERE r.public_id = ? AND a.public_id = ?),
            superseded AS (
                INSERT INTO news.article_link_revision
                SELECT l.article_id, l.asset_id, l.linked_at, ?, l.method, l.relevance, l.evidence, l.linked_by
                  FROM news.article_link l JOIN given USING (article_id, asset_id)
                 WHERE l.linked_at < ? AND (l.method <> 'manual' OR l.relevance <> ?)),
            written AS (
                INSERT INTO news.article_link AS l (article_id, asset_id, method, relevance, evidence, linked_at, linked_by)
                SELECT article_id, asset_id, 'manual', ?, '{"spans": []}', ?, ? FROM given
                ON CONFLICT (article_id, asset_id) DO UPDATE
                   SET method = 'manual', relevance = excluded.relevance, linked_at = excluded.linked_at,
                       linked_by = excluded.linked_by
                 WHERE l.method <> 'manual' OR l.relevance <> excluded.relevance
                RETURNING 1)
            SELECT (SELECT count(*) FROM written) > 0 FROM given
            """;

    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Sql sql;
    private final JsonCodec json;

    JdbcArticles(Sql sql, JsonCodec json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<LinkedArticle> get(Collection<Long> places) {
        Map<Long, List<AssetLink>> links = links(places, FOR_EVER);
        return sql.prepare(GET, statement -> {
            Sql.setArray(statement, 1, "int8", places);
            return Sql.list(statement, row -> article(row, links));
        });
    }

    @Override
    public Optional<LinkedArticle> find(UUID id, AsOf asOf) {
        return sql
                .prepare(FIND, statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, Sql.utc(asOf.instant()));
                    return Sql.list(
                            statement, row -> article(row, links(List.of(row.getLong("article_id")), asOf.instant())));
                })
                .stream()
                .findFirst();
    }

    private Map<Long, List<AssetLink>> links(Collection<Long> places, Instant at) {
        Map<Long, List<AssetLink>> byArticle = new HashMap<>();
        sql.prepare(LINKS, statement -> {
            Sql.setArray(statement, 1, "int8", places);
            statement.setObject(2, Sql.utc(at));
            Sql.setArray(statement, 3, "int8", places);
            statement.setObject(4, Sql.utc(at));
            statement.setObject(5, Sql.utc(at));
            return Sql.list(statement, row -> byArticle
                    .computeIfAbsent(row.getLong("article_id"), _ -> new ArrayList<>())
                    .add(link(row)));
        });
        return byArticle;
    }

    private AssetLink link(ResultSet row) throws SQLException {
        return new AssetLink(
                row.getInt("asset_id"),
                row.getString("symbol"),
                row.getString("name"),
                new Link(
                        new AssetId(row.getObject("public_id", UUID.class)),
                        row.getDouble("relevance"),
                        LinkMethod.valueOf(row.getString("method").toUpperCase(Locale.ROOT)),
                        EvidenceJson.read(json, row.getString("evidence"))),
                Sql.instant(row, "linked_at"),
                row.getString("linked_by"));
    }

    private static LinkedArticle article(ResultSet row, Map<Long, List<AssetLink>> links) throws SQLException {
        long place = row.getLong("article_id");
        return new LinkedArticle(
                new ArticleKey(place, row.getObject("public_id", UUID.class)),
                ArticleKind.parse(row.getString("kind")),
                ArticleType.parse(row.getString("article_type")),
                row.getString("provider"),
                row.getString("publisher"),
                row.getString("title"),
                row.getString("body"),
                row.getString("url"),
                row.getString("language"),
                new Published(
                        Sql.instant(row, "published_at"),
                        Precision.valueOf(row.getString("published_precision").toUpperCase(Locale.ROOT))),
                Sql.instant(row, "usable_from"),
                Sql.instant(row, "collected_at"),
                links.getOrDefault(place, List.of()));
    }

    @Override
    public Optional<Boolean> linkByHand(UUID article, AssetId asset, double relevance, String by, Instant at) {
        return sql
                .prepare(BY_HAND, statement -> {
                    statement.setObject(1, article);
                    statement.setObject(2, asset.value());
                    statement.setObject(3, Sql.utc(at));
                    statement.setObject(4, Sql.utc(at));
                    statement.setDouble(5, relevance);
                    statement.setDouble(6, relevance);
                    statement.setObject(7, Sql.utc(at));
                    statement.setString(8, by);
                    return Sql.list(statement, row -> row.getBoolean(1));
                })
                .stream()
                .findFirst();
    }
}
