package io.lumia.recommendation.snapshot.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CompanyFact;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.recommendation.snapshot.Snapshots;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Empty books with facts to be put in, and their snapshots. One database for all tests of the JVM, emptied for each. Unless a test
 * says otherwise, everything is learned on Wednesday, 8 November 2017 after the close, and a snapshot of that evening is read with
 * what was known at noon of the day after.
 */
final class BooksToRead {

    static final String WEDNESDAY_CLOSE = "2017-11-08T21:00:00Z";
    static final String LEARNED = "2017-11-08T21:30:00Z";
    static final String AS_OF = "2017-11-08T22:00:00Z";
    static final String KNOWN_AT = "2017-11-09T12:00:00Z";
    static final LocalDate WEDNESDAY = LocalDate.of(2017, 11, 8);
    static final Source RAW = source("raw", PriceBasis.RAW);
    static final String SERIES = "DGS3MO";

    private static final int LOOKBACK = 10;
    private static final AtomicLong BATCHES = new AtomicLong();
    private static final int RISK_FREE_DAYS = 14;
    private static final ApplicationContext CONTEXT =
            ApplicationContext.run(EmbeddedDatabase.fresh().properties());
    private static final String EMPTY_TABLES = """
            TRUNCATE market.asset, market.asset_revision, market.daily_bar, market.daily_bar_revision, market.corporate_action,
                     market.corporate_action_revision, market.observation, market.observation_revision, market.fundamental,
                     market.fundamental_revision, market.filing, market.filing_revision, market.company_fact,
                     market.company_fact_revision, news.article, sentiment.model, recommendation.snapshot
             CASCADE
            """;

    private int articles;

    BooksToRead() {
        execute(EMPTY_TABLES);
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static <T> T inTransaction(Supplier<T> work) {
        return bean(Transactions.class).inTransaction(work);
    }

    void execute(String statement) {
        bean(Sql.class).prepare(statement, PreparedStatement::execute);
    }

    static Source source(String name, PriceBasis basis) {
        return new Source("test", name, Instant.parse(AS_OF), basis, "USD", "none", "nobody");
    }

    Asset stock(String symbol) {
        return asset(symbol, AssetType.STOCK, null, null, LEARNED);
    }

    Asset asset(String symbol, AssetType type, @Nullable String first, @Nullable String last, String learnedAt) {
        return define(definition(symbol, type, first, last), learnedAt);
    }

    /** The catalogue has a clock of its own; what it just wrote is dated back, and ends what it wrote before. */
    Asset define(AssetDefinition definition, String learnedAt) {
        AssetCatalog catalog = bean(AssetCatalog.class);
        inTransaction(() -> catalog.merge(List.of(definition), RAW));
        Asset asset = catalog.find(definition.symbol(), definition.lastDate()).orElseThrow();
        dateBack(asset, learnedAt);
        return asset;
    }

    void rename(Asset asset, String symbol, LocalDate from, String learnedAt) {
        inTransaction(() ->
                bean(AssetCatalog.class).rename(asset.id(), asset.definition().symbol(), Symbol.parse(symbol), from));
        dateBack(asset, learnedAt);
    }

    private void dateBack(Asset asset, String learnedAt) {
        execute("""
                UPDATE market.asset_revision r SET valid_to = '%s'
                  FROM market.asset a WHERE a.asset_id = %d AND r.asset_id = a.asset_id AND r.valid_to = a.learned_at
                """.formatted(learnedAt, asset.key()));
        execute("UPDATE market.asset SET learned_at = '%s' WHERE asset_id = %d".formatted(learnedAt, asset.key()));
    }

    static AssetDefinition definition(String symbol, AssetType type, @Nullable String first, @Nullable String last) {
        return new AssetDefinition(
                Symbol.parse(symbol),
                symbol + " Incorporated",
                type,
                type == AssetType.STOCK ? "XNYS" : null,
                "USD",
                "Industrials",
                null,
                1.5e9,
                type == AssetType.STOCK ? "320193" : null,
                first == null ? null : LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last),
                "makes things",
                type == AssetType.BOND ? Map.of("frequency", "D") : Map.of("country", "US"));
    }

    static DailyBar bar(String date, double close) {
        return new DailyBar(LocalDate.parse(date), close, close + 1, close - 1, close, 1000, Double.NaN, 0);
    }

    private static BatchStamp stamp(Source source, String learnedAt) {
        return new BatchStamp(new UUID(0, BATCHES.incrementAndGet()), source, Instant.parse(learnedAt));
    }

    void bars(Asset asset, String learnedAt, DailyBar... bars) {
        bars(asset, learnedAt, RAW, bars);
    }

    void bars(Asset asset, String learnedAt, Source source, DailyBar... bars) {
        inTransaction(
                () -> bean(FactStore.class).mergeBars(stamp(source, learnedAt), Map.of(asset, Arrays.asList(bars))));
    }

    void action(Asset asset, String learnedAt, String exDate, ActionKind kind, double value) {
        List<CorporateAction> actions = List.of(new CorporateAction(LocalDate.parse(exDate), kind, value));
        inTransaction(() -> bean(FactStore.class).mergeActions(stamp(RAW, learnedAt), Map.of(asset, actions)));
    }

    void report(Asset asset, String learnedAt, Fundamental... reports) {
        inTransaction(
                () -> bean(FactStore.class).mergeFundamentals(stamp(RAW, learnedAt), Map.of(asset, List.of(reports))));
    }

    static Fundamental year(String metric, int year, String reportedAt, double value) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return new Fundamental(metric, LocalDate.of(year, 1, 1), end, LocalDate.parse(reportedAt), false, value, "USD");
    }

    void companyFacts(String learnedAt, CompanyFact... facts) {
        inTransaction(() -> bean(FactStore.class).mergeCompanyFacts(stamp(RAW, learnedAt), List.of(facts)));
    }

    void observe(Asset series, String learnedAt, String date, double value) {
        List<Observation> observations = List.of(new Observation(LocalDate.parse(date), value));
        inTransaction(
                () -> bean(FactStore.class).mergeObservations(stamp(RAW, learnedAt), Map.of(series, observations)));
    }

    /** A text about an asset, collected and linked five minutes after it came out. Returns its key. */
    int article(Asset asset, String usableFrom, String collectedAt, String scoredAt, double positive) {
        int key = ++articles;
        execute("""
                INSERT INTO news.article (article_id, public_id, kind, article_type, provider, publisher, source_key, title, body, url,
                       language, published_at, published_precision, usable_from, collected_at) OVERRIDING SYSTEM VALUE
                VALUES (%1$d, '00000000-0000-0000-0000-%1$012d', 'news', 'news', 'test', 'Reuters', '', 'A title of words', '', '',
                        'en', '%2$s', 'instant', '%2$s', '%3$s')""".formatted(key, usableFrom, collectedAt));
        execute("""
                INSERT INTO news.article_link VALUES (%d, %d, 'name_match', 1, '{"spans": []}', '%s', 'linker')""".formatted(key, asset.key(), collectedAt));
        score(key, 0, scoredAt, positive);
        return key;
    }

    void score(int article, int asset, String scoredAt, double positive) {
        execute("""
                INSERT INTO sentiment.model (model_version, status, begun_at) VALUES ('test-1', 'active', now())
                ON CONFLICT DO NOTHING""");
        execute("""
                INSERT INTO sentiment.score
                SELECT %d, %d, model_id, %s, 0, %s, 0.9, false, 'transformer', '', '%s'
                  FROM sentiment.model WHERE model_version = 'test-1'""".formatted(article, asset, 1 - positive, positive, scoredAt));
    }

    MarketSnapshot read() {
        return read(AS_OF, KNOWN_AT);
    }

    MarketSnapshot read(String asOf, String knownAt) {
        SnapshotTime time = new SnapshotTime(AsOf.of(Instant.parse(asOf)), Instant.parse(knownAt));
        return bean(Snapshots.class)
                .read(new SnapshotQuestion(time, LOOKBACK, List.of("NONE", SERIES), RISK_FREE_DAYS, null));
    }

    /** The asset of a snapshot of Wednesday evening. */
    SnapshotAsset seen(Asset asset) {
        return find(read(), asset);
    }

    static SnapshotAsset find(MarketSnapshot snapshot, Asset asset) {
        return snapshot.find(asset.id().toString()).orElseThrow();
    }
}
