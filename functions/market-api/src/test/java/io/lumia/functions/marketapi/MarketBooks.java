package io.lumia.functions.marketapi;

import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.CompanyFact;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Filing;
import io.lumia.market.Fundamental;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.SentimentRules;
import io.lumia.signals.sentiment.SentimentStore;
import io.lumia.signals.sentiment.SentimentUpdate;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link io.lumia.web.testing.TestBooks} lacks: three scored stories, and what Apple reported in its forms 10-K of 2013 and 2014
 * (accession numbers below). Between the two its share was split seven for one, so the earnings per share of 2013 were told anew.
 */
final class MarketBooks {

    static final String FORM_OF_2013 = "0001193125-13-416534";
    static final String FORM_OF_2014 = "0001193125-14-383437";

    private static final Instant LEARNED = Instant.parse("2014-12-31T23:30:00Z");
    private static final Source FILINGS =
            new Source("sec_edgar", "companyfacts", LEARNED, PriceBasis.RAW, "USD", "public domain", "SEC");
    private static final Source BUNDLE =
            new Source("bundle", "fundamentals", LEARNED, PriceBasis.RAW, "USD", "none", "a test");
    private static final LocalDate YEAR_2013 = LocalDate.parse("2013-09-28");
    private static final LocalDate YEAR_2014 = LocalDate.parse("2014-09-27");

    private final ApplicationContext context;
    private final Asset apple;

    private MarketBooks(ApplicationContext context) {
        this.context = context;
        this.apple = context.getBean(AssetCatalog.class).get("AAPL");
    }

    static void fill(ApplicationContext context) {
        MarketBooks books = new MarketBooks(context);
        context.getBean(Transactions.class).inTransaction(() -> books.fill());
    }

    private void fill() {
        execute("UPDATE market.asset SET cik = '320193' WHERE asset_id = " + apple.key());
        stories();
        reports();
        filings();
    }

    private void stories() {
        execute("INSERT INTO sentiment.model (model_version, status, begun_at) VALUES ('test-1', 'active', now())");
        Asset fund = context.getBean(AssetCatalog.class)
                .find(Symbol.parse("SPY"), null)
                .orElseThrow();
        story(1, apple, "2014-12-30T15:00:00Z", 0.1, 0.7);
        story(2, apple, "2014-12-31T15:00:00Z", 0.2, 0.6);
        story(3, fund, "2014-12-31T16:00:00Z", 0.8, 0.1);
        story(4, fund, "2014-12-31T17:00:00Z", 0.6, 0.2);
        for (Asset asset : List.of(apple, fund)) {
            new SentimentUpdate(
                            context.getBean(Mentions.class),
                            context.getBean(SentimentStore.class),
                            SentimentRules.USUAL,
                            context.getBean(Clock.class))
                    .update(asset, Instant.parse("2014-12-30T15:00:00Z"));
        }
    }

    /** A story of a source that is believed, wholly about the asset, collected five minutes after it could be used. */
    private void story(int id, Asset asset, String usableFrom, double negative, double positive) {
        Instant collected = Instant.parse(usableFrom).plusSeconds(300);
        execute("""
                INSERT INTO news.article (article_id, public_id, kind, article_type, provider, publisher, source_key, title, body, url,
                       language, published_at, published_precision, usable_from, collected_at) OVERRIDING SYSTEM VALUE
                VALUES (%d, '00000000-0000-0000-0000-00000000000%d', 'news', 'news', 'test', 'Reuters', '', 'A title of words', '', '',
                        'en', '%s', 'instant', '%s', '%s')""".formatted(id, id, usableFrom, usableFrom, collected));
        execute("INSERT INTO news.article_link VALUES (%d, %d, 'name_match', 1, '{\"spans\": []}', '%s', 'linker')"
                .formatted(id, asset.key(), collected));
        execute("""
                INSERT INTO sentiment.score SELECT %d, 0, model_id, %s, %s, %s, 0.9, false, 'transformer', '', '%s'
                  FROM sentiment.model WHERE model_version = 'test-1'""".formatted(id, negative, 1 - negative - positive, positive, collected));
    }

    private void reports() {
        Fundamental netIncome = report("net_income", "2013-09-29", "2014-09-27", "2014-10-27", false, 39_510_000_000.0);
        Fundamental assets = report("total_assets", "2013-09-28", "2013-09-28", "2013-12-27", true, 207_000_000_000.0);
        store().mergeFundamentals(stamp(BUNDLE), Map.of(apple, List.of(netIncome, assets)));
    }

    private static Fundamental report(
            String metric, String start, String end, String reportedAt, boolean assumed, double value) {
        return new Fundamental(
                metric,
                LocalDate.parse(start),
                LocalDate.parse(end),
                LocalDate.parse(reportedAt),
                assumed,
                value,
                "USD");
    }

    private void filings() {
        store().mergeFilings(
                        stamp(FILINGS),
                        List.of(
                                filing(FORM_OF_2013, "2013-10-30", "2013-10-29T20:34:00Z", YEAR_2013),
                                filing(FORM_OF_2014, "2014-10-27", "2014-10-27T20:12:00Z", YEAR_2014)));
        String earnings = "us-gaap:EarningsPerShareDiluted";
        store().mergeCompanyFacts(
                        stamp(FILINGS),
                        List.of(
                                fact(earnings, "USD/shares", "2012-09-30", YEAR_2013, 39.75, FORM_OF_2013),
                                fact(earnings, "USD/shares", "2012-09-30", YEAR_2013, 5.68, FORM_OF_2014),
                                fact(earnings, "USD/shares", "2013-09-29", YEAR_2014, 6.45, FORM_OF_2014),
                                fact("us-gaap:NetIncomeLoss", "USD", "2012-09-30", YEAR_2013, 3.7037e10, FORM_OF_2013),
                                fact("us-gaap:NetIncomeLoss", "USD", "2012-09-30", YEAR_2013, 3.7037e10, FORM_OF_2014),
                                fact("us-gaap:NetIncomeLoss", "USD", "2013-09-29", YEAR_2014, 3.951e10, FORM_OF_2014),
                                fact("us-gaap:Assets", "USD", null, YEAR_2013, 2.07e11, FORM_OF_2013)));
    }

    private static Filing filing(String accession, String filed, String acceptedAt, LocalDate reportDate) {
        return new Filing(
                "320193", accession, "10-K", LocalDate.parse(filed), Instant.parse(acceptedAt), reportDate, "", "", "");
    }

    private static CompanyFact fact(
            String concept, String unit, @Nullable String start, LocalDate end, double value, String accession) {
        boolean later = accession.equals(FORM_OF_2014);
        return new CompanyFact(
                "320193",
                concept,
                unit,
                start == null ? null : LocalDate.parse(start),
                end,
                value,
                accession,
                "10-K",
                LocalDate.parse(later ? "2014-10-27" : "2013-10-30"),
                later ? 2014 : 2013,
                "FY",
                null);
    }

    private FactStore store() {
        return context.getBean(FactStore.class);
    }

    private BatchStamp stamp(Source source) {
        return new BatchStamp(context.getBean(IdSource.class).next(), source, LEARNED);
    }

    private void execute(String statement) {
        context.getBean(Sql.class).prepare(statement, prepared -> prepared.executeUpdate());
    }
}
