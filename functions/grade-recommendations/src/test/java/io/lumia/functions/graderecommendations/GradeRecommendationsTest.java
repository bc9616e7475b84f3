package io.lumia.functions.graderecommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.accounts.UserId;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.time.IdSource;
import io.lumia.recommendation.advice.Basis;
import io.lumia.recommendation.advice.Basis.UniverseReport;
import io.lumia.recommendation.advice.PortfolioSummary;
import io.lumia.recommendation.advice.PortfolioSummary.Cash;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Position.Allocation;
import io.lumia.recommendation.advice.Position.AssetRisk;
import io.lumia.recommendation.advice.Position.Evidence;
import io.lumia.recommendation.advice.Position.Rationale;
import io.lumia.recommendation.advice.Projection;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A recommendation of Friday 2015-01-09 over 1,000: 4 shares of AAA at 100, 10 of BBB at 50, 100 in cash. The fifth session after it
 * is Friday 2015-01-16, the sixth Tuesday 2015-01-20: Monday is Martin Luther King's day.
 */
class GradeRecommendationsTest {

    private static final String ACTOR = "local";

    private static final LocalDate SESSION = LocalDate.parse("2015-01-09");
    private static final LocalDate FIFTH = LocalDate.parse("2015-01-16");
    private static final UUID ID = new UUID(0, 1);
    private static final Source SOURCE =
            new Source("test", "Test prices", Instant.EPOCH, PriceBasis.RAW, "USD", "none", "a test");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final SettableClock clock = new SettableClock();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(database.properties())
            .singletons(clock)
            .start();
    private final Webhooks webhooks = new Webhooks(database, context);
    private final RecommendationBook book = context.getBean(RecommendationBook.class);
    private final GradeRecommendations grading = context.getBean(GradeRecommendations.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    /** AAA 100 → 110: +40; BBB 50 → 49: -10; together 30 of 1,000. SPY 200 → 202: 1 %. */
    @Test
    void gradesAgainstTheBenchmarkWithCashAtNothing() {
        Asset first = asset("AAA", 100, 110, FIFTH);
        Asset second = asset("BBB", 50, 49, FIFTH);
        asset("SPY", 200, 202, FIFTH);
        store(first, second);

        assertThat(at(FIFTH)).isEqualTo(1);

        Grade grade = book.grades(ID, ACTOR).getFirst();
        assertThat(grade.sessions()).isEqualTo(5);
        assertThat(grade.session()).isEqualTo(FIFTH);
        assertThat(grade.portfolioReturn()).isCloseTo(0.03, within(1e-12));
        assertThat(grade.benchmarkReturn()).isCloseTo(0.01, within(1e-12));
        assertThat(grade.excess()).isCloseTo(0.02, within(1e-12));
        assertThat(grade.hit()).isTrue();
        assertThat(grade.notes()).isEmpty();
    }

    @Test
    void gradesOnceAndNotBeforeTheSessionHasClosed() {
        store(asset("AAA", 100, 110, FIFTH), asset("BBB", 50, 49, FIFTH));
        asset("SPY", 200, 202, FIFTH);

        assertThat(at(LocalDate.parse("2015-01-15"))).isZero();
        assertThat(at(FIFTH)).isEqualTo(1);
        assertThat(at(FIFTH)).isZero();
        assertThat(book.grades(ID, ACTOR)).hasSize(1);
    }

    /** AAA splits 2 for 1 and pays 2 a share on what was 100: 55 after is 110 / (1 - 2/100) before dividends; +12.244898 %. */
    @Test
    void countsSplitsAndDividends() {
        Asset first = asset("AAA", 100, 100, LocalDate.parse("2015-01-12"));
        bars(first, "2015-01-13", "2015-01-16", 55);
        actions(first, new CorporateAction(LocalDate.parse("2015-01-12"), ActionKind.DIVIDEND, 2));
        actions(first, new CorporateAction(LocalDate.parse("2015-01-13"), ActionKind.SPLIT, 2));
        store(first, asset("BBB", 50, 50, FIFTH));
        asset("SPY", 200, 202, FIFTH);

        at(FIFTH);

        assertThat(book.grades(ID, ACTOR).getFirst().portfolioReturn())
                .isCloseTo(400 * (110 / 98.0 - 1) / 1_000, within(1e-12));
    }

    /** BBB trades until Tuesday at 40: 10 shares lose 100. */
    @Test
    void countsWhatStoppedTradingAtItsLastPriceAndSaysSo() {
        LocalDate tuesday = LocalDate.parse("2015-01-13");
        store(asset("AAA", 100, 100, FIFTH), asset("BBB", 50, 40, tuesday, tuesday));
        asset("SPY", 200, 200, FIFTH);

        assertThat(at(FIFTH)).isEqualTo(1);

        Grade grade = book.grades(ID, ACTOR).getFirst();
        assertThat(grade.portfolioReturn()).isCloseTo(-0.1, within(1e-12));
        assertThat(grade.notes()).containsExactly("BBB stopped trading: counted at its last price, of 2015-01-13");
    }

    @Test
    void waitsForPricesAndGoesWithoutThemAfterAWhile() {
        store(asset("AAA", 100, 110, FIFTH), asset("BBB", 50, 49, LocalDate.parse("2015-01-14")));

        assertThat(at(FIFTH)).isZero();
        assertThat(at(LocalDate.parse("2015-01-23"))).isZero();
        assertThat(at(LocalDate.parse("2015-01-26"))).isEqualTo(1);

        Grade grade = book.grades(ID, ACTOR).getFirst();
        assertThat(grade.portfolioReturn()).isCloseTo(0.03, within(1e-12));
        assertThat(grade.hit()).isNull();
        assertThat(grade.notes())
                .containsExactly(
                        "BBB has no price of 2015-01-16 in our books: counted at that of 2015-01-14",
                        "SPY has no prices of both days: there is nothing to compare with");
    }

    @Test
    void tellsWhoAskedOnceAndNobodyElse() throws SQLException {
        UserId owner = new UserId(new UUID(0, 11));
        UserId other = new UserId(new UUID(0, 12));
        webhooks.subscribe(owner);
        webhooks.subscribe(other);
        store(owner.toString(), asset("AAA", 100, 110, FIFTH), asset("BBB", 50, 49, FIFTH));
        asset("SPY", 200, 202, FIFTH);

        at(FIFTH);
        at(FIFTH);

        assertThat(webhooks.told())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(owner + " ")
                .contains("\"sessions\":5", "\"through\":\"2015-01-16\"", ID.toString());
    }

    @Test
    void tellsNobodyWhereThisMachinesUserAsked() throws SQLException {
        webhooks.subscribe(new UserId(new UUID(0, 11)));
        store(asset("AAA", 100, 110, FIFTH), asset("BBB", 50, 49, FIFTH));
        asset("SPY", 200, 202, FIFTH);

        assertThat(at(FIFTH)).isEqualTo(1);

        assertThat(webhooks.told()).isEmpty();
    }

    @Test
    void aTickGradesAndWhatIsNoTickFails() {
        store(asset("AAA", 100, 110, FIFTH), asset("BBB", 50, 49, FIFTH));
        asset("SPY", 200, 202, FIFTH);
        clock.now = closeOf(FIFTH);

        assertThat(deliver("{\"job\": \"daily\"}")).containsExactly("m-1");
        assertThat(book.grades(ID, ACTOR)).isEmpty();
        assertThat(deliver("{\"scheduled_for\": \"2015-01-17T03:30:00Z\"}")).isEmpty();
        assertThat(book.grades(ID, ACTOR)).hasSize(1);
    }

    @Test
    void theFunctionFileSaysWhatTheCodeDoes() throws IOException {
        FunctionDefinition function = context.getBean(FunctionDefinitions.class)
                .parse("grade-recommendations", Files.readString(Path.of("function.json")));

        assertThat(function.handler()).isEqualTo(GradeRecommendationsHandler.class.getName());
        assertThat(((Queued) function.trigger()).schedules()).hasSize(1);
    }

    private int at(LocalDate session) {
        clock.now = closeOf(session);
        return grading.grade();
    }

    private static Instant closeOf(LocalDate session) {
        return ExchangeCalendar.UNITED_STATES.closeInstant(session).plusSeconds(6 * 3_600);
    }

    private List<String> deliver(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return context
                .getBean(GradeRecommendationsHandler.class)
                .handleRequest(event, null)
                .getBatchItemFailures()
                .stream()
                .map(failure -> failure.getItemIdentifier())
                .toList();
    }

    private Asset asset(String symbol, double first, double later, LocalDate last) {
        return asset(symbol, first, later, last, null);
    }

    /** @param first of the recommendation's session @param later of every session after it */
    private Asset asset(String symbol, double first, double later, LocalDate last, @Nullable LocalDate died) {
        AssetDefinition definition = new AssetDefinition(
                new Symbol(symbol),
                symbol,
                AssetType.STOCK,
                "XNYS",
                "USD",
                null,
                null,
                null,
                null,
                LocalDate.parse("2010-01-04"),
                died,
                "",
                Map.of());
        AssetCatalog catalog = context.getBean(AssetCatalog.class);
        Source source = new Source(
                "test", "Test prices", Instant.parse("2015-02-27T23:00:00Z"), PriceBasis.RAW, "USD", "none", "a test");
        context.getBean(Transactions.class).inTransaction(() -> catalog.merge(List.of(definition), source));
        Asset asset = catalog.find(definition.symbol(), SESSION).orElseThrow();
        bars(asset, SESSION.toString(), SESSION.toString(), first);
        bars(asset, "2015-01-12", last.toString(), later);
        return asset;
    }

    private void bars(Asset asset, String from, String to, double close) {
        List<DailyBar> bars = new ArrayList<>();
        for (LocalDate day : ExchangeCalendar.UNITED_STATES.sessions(LocalDate.parse(from), LocalDate.parse(to))) {
            bars.add(new DailyBar(day, close, close, close, close, 1_000, Double.NaN, 0));
        }
        context.getBean(Transactions.class)
                .inTransaction(() -> context.getBean(FactStore.class).mergeBars(stamp(), Map.of(asset, bars)));
    }

    private void actions(Asset asset, CorporateAction action) {
        context.getBean(Transactions.class).inTransaction(() -> context.getBean(FactStore.class)
                .mergeActions(stamp(), Map.of(asset, List.of(action))));
    }

    private BatchStamp stamp() {
        return new BatchStamp(context.getBean(IdSource.class).next(), SOURCE, Instant.parse("2015-01-10T00:00:00Z"));
    }

    private void store(Asset first, Asset second) {
        store(ACTOR, first, second);
    }

    private void store(String actor, Asset first, Asset second) {
        RecommendationJson json = context.getBean(RecommendationJson.class);
        Recommended advice = new Recommended(
                new Basis(
                        "5d41",
                        SESSION,
                        closeOf(SESSION),
                        closeOf(SESSION),
                        "2026-11",
                        "1",
                        7,
                        new UniverseReport(2, 2, Map.of(), List.of()),
                        ""),
                List.of(position(first, 4, "100"), position(second, 10, "50")),
                new PortfolioSummary(
                        0.05,
                        0.1,
                        0.14,
                        0.5,
                        0,
                        0.5,
                        1.2,
                        0.01,
                        0.02,
                        null,
                        "SPY",
                        -0.1,
                        List.of(),
                        null,
                        new BigDecimal("900"),
                        new Cash(new BigDecimal("100"), 0.1, "no share costs so little"),
                        BigDecimal.ONE,
                        1,
                        500,
                        SESSION.minusYears(2),
                        0.1,
                        0,
                        List.of()),
                new Projection(1, 1, List.of(), 0.5),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "none");
        book.add(new StoredRecommendation(
                ID,
                actor,
                closeOf(SESSION),
                """
                {"capital":1000,"risk_tolerance":"moderate","investment_horizon":"medium","preferred_sectors":[],"excluded_assets":[],
                 "excluded_sectors":[],"asset_types":["stock"],"diversification_preference":"low","esg_preference":"none",
                 "current_holdings":[],"currency":"USD","benchmark":"SPY","as_of":"2015-01-10T03:00:00Z"}\
                """,
                "5d41",
                closeOf(SESSION),
                closeOf(SESSION),
                SESSION,
                "",
                "2026-11",
                "1",
                "a",
                7,
                Outcome.RECOMMENDED,
                json.write(advice),
                json.resultHash(advice)));
    }

    private static Position position(Asset asset, long shares, String price) {
        BigDecimal cost = new BigDecimal(price);
        BigDecimal amount = cost.multiply(BigDecimal.valueOf(shares));
        return new Position(
                asset.id(),
                asset.definition().symbol().value(),
                "a company",
                "stock",
                null,
                new Allocation(
                        amount.doubleValue() / 1_000, 0.4, amount, shares, BigDecimal.valueOf(shares), cost, SESSION),
                0.02,
                new Rationale(0.6, 0.9, null, null, null, 1, 0, List.of(), List.of()),
                new Evidence("", List.of(), List.of()),
                new AssetRisk(null, 0.2, 0.4, 0.5),
                List.of());
    }
}
