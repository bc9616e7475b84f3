package io.lumia.news.persistence;

import io.lumia.news.ArticleStore;
import io.lumia.news.PreparedArticle;
import io.lumia.news.link.Link;
import io.lumia.news.text.NearDuplicates;
import io.lumia.platform.database.Sql;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link ArticleStore} in schema {@code news}. Rows go in by arrays, a statement for each batch. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcArticleStore implements ArticleStore {

    /** As much of a body as {@link NearDuplicates} compares, with room for long words. */
    private static final int BODY_START_CHARACTERS = 4_000;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('news.article'))";

    private static final String LIKE = """
            SELECT s.article_id, a.public_id, s.url_hash, s.content_hash, s.bands, s.title, s.body_start, s.published_at
              FROM news.sighting s JOIN news.article a USING (article_id)
             WHERE s.published_at BETWEEN ? AND ?
               AND (s.content_hash = ANY (?) OR s.url_hash = ANY (?) OR s.bands && ?)
             ORDER BY s.sighting_id
            """;

    private static final String ADD = """
            INSERT INTO news.article (public_id, kind, article_type, provider, publisher, source_key, title, body, url, language,
                   published_at, published_precision, usable_from, collected_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                   ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[])
            RETURNING article_id, public_id
            """;

    private static final String SEEN = """
            INSERT INTO news.sighting (article_id, provider, publisher, title, body_start, url, url_hash, content_hash, bands,
                   published_at, collected_at)
            SELECT g.article_id, g.provider, g.publisher, g.title, g.body_start, g.url, g.url_hash, g.content_hash,
                   g.bands::int[], g.published_at, g.collected_at
              FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                   ?::timestamptz[], ?::timestamptz[])
                AS g (article_id, provider, publisher, title, body_start, url, url_hash, content_hash, bands, published_at,
                      collected_at)
            """;

    private static final String LINK = """
            WITH given AS (
                SELECT g.article_id, a.asset_id, g.method, g.relevance, g.evidence::jsonb AS evidence
                  FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::float8[], ?::text[])
                    AS g (article_id, public_id, method, relevance, evidence)
                  JOIN market.asset a USING (public_id)),
            superseded AS (
                INSERT INTO news.article_link_revision
                SELECT l.article_id, l.asset_id, l.linked_at, ?, l.method, l.relevance, l.evidence, l.linked_by
                  FROM news.article_link l JOIN given g USING (article_id, asset_id)
                 WHERE l.method <> 'manual' AND g.relevance > l.relevance AND l.linked_at < ?
                ON CONFLICT DO NOTHING),
            written AS (
                INSERT INTO news.article_link AS l (article_id, asset_id, method, relevance, evidence, linked_at, linked_by)
                SELECT article_id, asset_id, method, relevance, evidence, ?, CASE method WHEN 'provider' THEN 'provider' ELSE 'linker' END
                  FROM given
                ON CONFLICT (article_id, asset_id) DO UPDATE
                   SET method = excluded.method, relevance = excluded.relevance, evidence = excluded.evidence,
                       linked_at = excluded.linked_at, linked_by = excluded.linked_by
                 WHERE l.method <> 'manual' AND excluded.relevance > l.relevance
                RETURNING article_id)
            SELECT DISTINCT a.article_id, a.public_id FROM news.article a JOIN written USING (article_id) ORDER BY a.article_id
            """;

    private final Sql sql;
    private final JsonCodec json;

    JdbcArticleStore(Sql sql, JsonCodec json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void lock() {
        sql.prepare(LOCK, PreparedStatement::execute);
    }

    @Override
    public List<Sighting> sightingsLike(Collection<PreparedArticle> articles, Instant from, Instant to) {
        List<Integer> bands = articles.stream()
                .flatMap(article -> article.bands().stream())
                .distinct()
                .toList();
        return sql.prepare(LIKE, statement -> {
            statement.setObject(1, Sql.utc(from));
            statement.setObject(2, Sql.utc(to));
            Sql.setArray(statement, 3, "text", articles, PreparedArticle::contentHash);
            Sql.setArray(
                    statement,
                    4,
                    "text",
                    articles.stream()
                            .flatMap(article -> article.urlHash().stream())
                            .toList());
            Sql.setArray(statement, 5, "int4", bands);
            return Sql.list(statement, JdbcArticleStore::sighting);
        });
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                key(row),
                Optional.ofNullable(row.getString("url_hash")),
                row.getString("content_hash"),
                Arrays.asList((Integer[]) row.getArray("bands").getArray()),
                new NearDuplicates.Text(row.getString("title"), row.getString("body_start")),
                Sql.instant(row, "published_at"));
    }

    private static ArticleKey key(ResultSet row) throws SQLException {
        return new ArticleKey(row.getLong("article_id"), row.getObject("public_id", UUID.class));
    }

    @Override
    public List<ArticleKey> add(List<NewArticle> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        List<PreparedArticle> texts = articles.stream().map(NewArticle::article).toList();
        List<ArticleKey> keys = sql.prepare(ADD, statement -> {
            Sql.setArray(statement, 1, "uuid", articles, NewArticle::id);
            texts(statement, 2, texts, article -> article.kind().code());
            texts(statement, 3, texts, article -> article.type().code());
            texts(statement, 4, texts, PreparedArticle::provider);
            texts(statement, 5, texts, PreparedArticle::publisher);
            texts(statement, 6, texts, PreparedArticle::sourceKey);
            texts(statement, 7, texts, PreparedArticle::title);
            texts(statement, 8, texts, PreparedArticle::body);
            texts(statement, 9, texts, PreparedArticle::url);
            texts(statement, 10, texts, PreparedArticle::language);
            instants(statement, 11, texts, article -> article.published().at());
            texts(statement, 12, texts, article -> article.published()
                    .precision()
                    .code());
            instants(statement, 13, texts, PreparedArticle::usableFrom);
            instants(statement, 14, texts, PreparedArticle::collectedAt);
            return Sql.list(statement, JdbcArticleStore::key);
        });
        Map<UUID, ArticleKey> byId =
                keys.stream().collect(java.util.stream.Collectors.toMap(ArticleKey::id, Function.identity()));
        addSightings(articles.stream()
                .map(added -> new SeenAgain(java.util.Objects.requireNonNull(byId.get(added.id())), added.article()))
                .toList());
        return keys;
    }

    @Override
    public void addSightings(List<SeenAgain> versions) {
        if (versions.isEmpty()) {
            return;
        }
        List<PreparedArticle> texts = versions.stream().map(SeenAgain::version).toList();
        sql.prepare(SEEN, statement -> {
            Sql.setArray(
                    statement, 1, "int8", versions, version -> version.article().place());
            texts(statement, 2, texts, PreparedArticle::provider);
            texts(statement, 3, texts, PreparedArticle::publisher);
            texts(statement, 4, texts, PreparedArticle::title);
            texts(statement, 5, texts, article -> start(article.body()));
            texts(statement, 6, texts, PreparedArticle::url);
            texts(statement, 7, texts, article -> article.urlHash().orElse(null));
            texts(statement, 8, texts, PreparedArticle::contentHash);
            texts(statement, 9, texts, article -> bandsText(article.bands()));
            instants(statement, 10, texts, article -> article.published().at());
            instants(statement, 11, texts, PreparedArticle::collectedAt);
            return statement.executeUpdate();
        });
    }

    /** An array of arrays must be rectangular, so each goes in as text. */
    private static String bandsText(List<Integer> bands) {
        return bands.toString().replace('[', '{').replace(']', '}');
    }

    private static String start(String body) {
        return body.length() <= BODY_START_CHARACTERS
                ? body
                : body.substring(0, body.offsetByCodePoints(0, body.codePointCount(0, BODY_START_CHARACTERS)));
    }

    @Override
    public List<ArticleKey> addLinks(Map<ArticleKey, List<Link>> links, Instant at) {
        List<Map.Entry<ArticleKey, Link>> all = links.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(link -> Map.entry(entry.getKey(), link)))
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        return sql.prepare(LINK, statement -> {
            Sql.setArray(statement, 1, "int8", all, entry -> entry.getKey().place());
            Sql.setArray(statement, 2, "uuid", all, entry -> entry.getValue()
                    .assetId()
                    .value());
            Sql.setArray(statement, 3, "text", all, entry -> entry.getValue()
                    .method()
                    .code());
            Sql.setArray(statement, 4, "float8", all, entry -> entry.getValue().relevance());
            Sql.setArray(
                    statement,
                    5,
                    "text",
                    all,
                    entry -> EvidenceJson.write(json, entry.getValue().evidence()));
            statement.setObject(6, Sql.utc(at));
            statement.setObject(7, Sql.utc(at));
            statement.setObject(8, Sql.utc(at));
            return Sql.list(statement, JdbcArticleStore::key);
        });
    }

    private static void texts(
            PreparedStatement statement,
            int position,
            List<PreparedArticle> articles,
            Function<PreparedArticle, @Nullable String> field)
            throws SQLException {
        Sql.setArray(statement, position, "text", articles, field::apply);
    }

    private static void instants(
            PreparedStatement statement,
            int position,
            List<PreparedArticle> articles,
            Function<PreparedArticle, Instant> field)
            throws SQLException {
        Sql.setArray(statement, position, "timestamptz", articles, article -> Sql.utc(field.apply(article))
                .toString());
    }
}
