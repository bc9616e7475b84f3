package io.lumia.local.bench.persistence;

import io.lumia.local.bench.SyntheticArticles;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.List;
import javax.sql.DataSource;

/** {@link SyntheticArticles} by {@code generate_series}; the same on every run, since chance has a seed. */
@Singleton
@Requires(beans = DataSource.class)
final class SqlSyntheticArticles implements SyntheticArticles {

    /** A word's place on the list decides how often it comes: the tenth a tenth as often as the first. */
    private static final List<String> WORDS = List.of(
            "company",
            "shares",
            "market",
            "profit",
            "sales",
            "quarter",
            "stock",
            "deal",
            "chief",
            "bank",
            "oil",
            "growth",
            "interest",
            "rates",
            "earnings",
            "revenue",
            "merger",
            "forecast",
            "analysts",
            "investors",
            "billion",
            "court",
            "workers",
            "price",
            "demand",
            "quarterly",
            "dividend",
            "plane",
            "phone",
            "drug",
            "software",
            "factory",
            "strike",
            "lawsuit",
            "recall",
            "tax",
            "currency",
            "trade",
            "export",
            "import",
            "energy",
            "gas",
            "gold",
            "silver",
            "copper",
            "wheat",
            "corn",
            "retail",
            "bond",
            "yield",
            "debt",
            "credit",
            "rating",
            "fund",
            "index",
            "option",
            "future",
            "insurance",
            "property",
            "mortgage",
            "building",
            "airline",
            "railway",
            "ship",
            "truck",
            "car",
            "battery",
            "chip",
            "network",
            "cloud",
            "data",
            "security",
            "patent",
            "licence",
            "regulator",
            "fine",
            "probe",
            "audit",
            "fraud",
            "bankruptcy",
            "spin",
            "buyback",
            "split",
            "offering",
            "listing",
            "venture",
            "partner",
            "supplier",
            "customer",
            "store",
            "brand",
            "restaurant",
            "hotel",
            "casino",
            "film",
            "music",
            "game",
            "sport",
            "school",
            "hospital");

    private static final String ARTICLES = """
            WITH words AS (SELECT ?::text[] AS w)
            INSERT INTO news.article (public_id, kind, article_type, provider, publisher, source_key, title, body, url, language,
                   published_at, published_precision, usable_from, collected_at)
            SELECT gen_random_uuid(), 'news', 'news', 'bench', 'Reuters', '', t.title, t.body, '', 'en', t.at, 'instant', t.at, t.at
              FROM (SELECT i, timestamptz '2010-01-01' + i * interval '37 minutes' AS at,
                           (SELECT string_agg(w[floor(exp(random() * ln(cardinality(w))))::int], ' ')
                              FROM generate_series(1, 9) n, words WHERE n + i > 0) AS title,
                           (SELECT string_agg(w[floor(exp(random() * ln(cardinality(w))))::int], ' ')
                              FROM generate_series(1, 60) n, words WHERE n + i > 0) AS body
                      FROM generate_series(1, ?) i) t
            """;

    private static final String MODEL =
            "INSERT INTO sentiment.model (model_version, status, begun_at) VALUES ('bench', 'active', now())";

    private static final String SCORES = """
            INSERT INTO sentiment.score
            SELECT a.article_id, 0, m.model_id, (1 - p) * 0.8, 0.2, p * 0.8, 0.8, false, 'transformer', '', now()
              FROM (SELECT article_id, random() AS p FROM news.article) a CROSS JOIN sentiment.model m
            """;

    private final Sql sql;
    private final Transactions transactions;

    SqlSyntheticArticles(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void write(int count) {
        transactions.inTransaction(() -> {
            sql.prepare("SELECT setseed(0.5)", PreparedStatement::execute);
            sql.prepare(ARTICLES, statement -> {
                statement.setArray(1, statement.getConnection().createArrayOf("text", WORDS.toArray()));
                statement.setInt(2, count);
                return statement.executeUpdate();
            });
            sql.prepare(MODEL, PreparedStatement::executeUpdate);
            sql.prepare(SCORES, PreparedStatement::executeUpdate);
        });
        for (String table : List.of("news.article", "sentiment.score")) {
            sql.prepare("VACUUM ANALYZE " + table, PreparedStatement::execute);
        }
    }
}
