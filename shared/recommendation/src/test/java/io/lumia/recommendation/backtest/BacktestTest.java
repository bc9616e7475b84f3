package io.lumia.recommendation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.backtest.MarketHistory.AssetHistory;
import io.lumia.recommendation.backtest.Rebalancing.Edge;
import io.lumia.recommendation.backtest.Rebalancing.OfCalendar;
import io.lumia.recommendation.backtest.Rebalancing.Period;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {

    private static final LocalDate FROM = LocalDate.of(2014, 6, 2);
    private static final LocalDate TO = LocalDate.of(2015, 9, 30);
    private static final MarketHistory HISTORY = new SyntheticHistory(30, 4).history();
    private static final BacktestState UNDISTURBED = run(HISTORY);

    @Test
    void asksAtTheStartAndAtEveryMonthsEnd() {
        assertThat(UNDISTURBED.decisions())
                .hasSize(16)
                .extracting(Decision::session)
                .startsWith(FROM, LocalDate.of(2014, 6, 30), LocalDate.of(2014, 7, 31))
                .endsWith(LocalDate.of(2015, 8, 31));
        assertThat(UNDISTURBED.values()).hasSameSizeAs(ExchangeCalendar.UNITED_STATES.sessions(FROM, TO));
        assertThat(UNDISTURBED.decisions()).noneMatch(Decision::isWithheld);
    }

    @Test
    void tradesAtTheNextCloseAndKeepsNothingOfTheFirstDay() {
        Decision first = UNDISTURBED.decisions().getFirst();

        assertThat(first.traded()).isEqualTo(FROM.plusDays(1));
        assertThat(first.value()).isEqualTo(100_000);
        assertThat(UNDISTURBED.values().getFirst()).isEqualTo(new DayValue(FROM, 100_000, 100_000, 100_000));
        assertThat(first.cost()).isCloseTo(0.001 * first.bought(), within(1e-9));
        assertThat(UNDISTURBED.values().get(1).portfolio()).isCloseTo(100_000 - first.cost(), within(1e-6));
        assertThat(first.bought()).isBetween(95_000.0, 100_000.0);
    }

    @Test
    void neverSpendsMoreThanThereIs() {
        BacktestState state = new Backtest(engine(), market(HISTORY), question(Execution.NEXT_CLOSE)).start();
        Backtest backtest = new Backtest(engine(), market(HISTORY), question(Execution.NEXT_CLOSE));
        for (int i = 0; i < 5; i++) {
            state = backtest.step(state);
            assertThat(state.portfolio().cash()).isGreaterThanOrEqualTo(-1e-6);
            assertThat(state.benchmark().cash()).isGreaterThanOrEqualTo(-1e-6);
        }
    }

    /** Nothing that became known after a day may change what was decided up to that day. */
    @ParameterizedTest
    @CsvSource({"2014-06-30, 1", "2014-10-31, 2", "2014-12-31, 3", "2015-02-12, 4", "2015-03-31, 5", "2015-07-31, 6"})
    void decidesTheSameWhateverComesAfter(LocalDate day, long seed) {
        BacktestState disturbed = run(new Scrambler(day, seed).scramble(HISTORY));

        assertThat(knownOn(day, disturbed)).isNotEmpty().isEqualTo(knownOn(day, UNDISTURBED));
        assertThat(disturbed.values()).isNotEqualTo(UNDISTURBED.values());
        assertThat(disturbed.decisions()).isNotEqualTo(UNDISTURBED.decisions());
    }

    /** What is decided at a close, without what came of it. */
    private static List<List<Object>> knownOn(LocalDate day, BacktestState state) {
        return state.decisions().stream()
                .filter(decision -> !decision.session().isAfter(day))
                .map(decision -> List.<Object>of(
                        decision.session(),
                        decision.snapshotId(),
                        decision.riskFree(),
                        decision.eligible(),
                        decision.withheld(),
                        decision.targets(),
                        decision.value()))
                .toList();
    }

    @Test
    void findsTheSameInWhateverOrderAssetsCome() {
        List<AssetHistory> assets = new ArrayList<>(HISTORY.assets());
        Collections.shuffle(assets, new Random(8));

        BacktestState shuffled =
                run(new MarketHistory(assets, HISTORY.rates(), HISTORY.sentimentModel(), HISTORY.knownAt()));

        assertThat(shuffled).isEqualTo(UNDISTURBED);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        Backtest first = new Backtest(engine(), market(HISTORY), question(Execution.NEXT_CLOSE));
        BacktestState stopped = first.run(first.start(), (state, total) -> state.next() < total / 2);

        BacktestState ended =
                new Backtest(engine(), market(HISTORY), question(Execution.NEXT_CLOSE)).run(stopped, (_, _) -> true);

        assertThat(stopped.next()).isEqualTo(8);
        assertThat(ended).isEqualTo(UNDISTURBED);
    }

    @Test
    void turnsAHoldingThatDiesIntoCash() {
        String dead = SyntheticHistory.id(SyntheticHistory.DEAD).toString();

        List<Decision> settled = UNDISTURBED.decisions().stream()
                .filter(decision -> decision.settled().contains(dead))
                .toList();

        assertThat(UNDISTURBED.equalWeight().shares()).hasSize(30).doesNotContainKey(dead);
        assertThat(UNDISTURBED.portfolio().shares()).doesNotContainKey(dead);
        assertThat(settled)
                .allSatisfy(decision -> assertThat(decision.session()).isBeforeOrEqualTo(SyntheticHistory.DEATH));
        assertThat(UNDISTURBED.decisions())
                .filteredOn(decision -> decision.session().isAfter(SyntheticHistory.DEATH))
                .noneMatch(decision -> decision.targets().containsKey(dead));
    }

    @Test
    void leavesEverythingAsItIsWhereNothingIsRecommended() {
        MarketHistory few = new MarketHistory(
                HISTORY.assets().subList(0, 6), HISTORY.rates(), HISTORY.sentimentModel(), HISTORY.knownAt());

        BacktestState state = run(few);

        assertThat(state.decisions()).allSatisfy(decision -> {
            assertThat(decision.withheld()).containsExactly("too_few_assets");
            assertThat(decision.traded()).isEqualTo(decision.session());
        });
        assertThat(state.portfolio().cash()).isEqualTo(100_000);
        assertThat(state.values().getLast().benchmark()).isNotEqualTo(100_000);
    }

    @Test
    void tradesAtTheSameCloseWhereAskedTo() {
        Backtest backtest = new Backtest(engine(), market(HISTORY), question(Execution.SAME_CLOSE));

        BacktestState state = backtest.step(backtest.start());

        Decision first = state.decisions().getFirst();
        assertThat(first.traded()).isEqualTo(FROM);
        assertThat(state.values().getFirst().portfolio()).isCloseTo(100_000 - first.cost(), within(1e-6));
    }

    @Test
    void refusesMoreDecisionsThanAreAllowed() {
        RecommendationRequest request = request();
        Rebalancing daily = new Rebalancing.EverySessions(1);

        assertThatThrownBy(() -> new BacktestQuestion(request, FROM, FROM.plusYears(3), daily, Execution.NEXT_CLOSE, 1))
                .hasMessageContaining("number of decisions")
                .hasMessageContaining("at most 600");
    }

    @Test
    void refusesAnUnknownBenchmark() {
        MarketHistory without = new MarketHistory(
                HISTORY.assets().subList(1, 31), HISTORY.rates(), HISTORY.sentimentModel(), HISTORY.knownAt());

        assertThatThrownBy(() -> run(without)).hasMessageContaining("benchmark").hasMessageContaining("SPY");
    }

    private static BacktestState run(MarketHistory history) {
        Backtest backtest = new Backtest(engine(), market(history), question(Execution.NEXT_CLOSE));
        return backtest.run(backtest.start(), (_, _) -> true);
    }

    private static RecommendationEngine engine() {
        return new RecommendationEngine(Configurations.CURRENT);
    }

    private static InMemoryHistory market(MarketHistory history) {
        return InMemoryHistory.of(history, Configurations.CURRENT);
    }

    private static BacktestQuestion question(Execution execution) {
        return new BacktestQuestion(request(), FROM, TO, new OfCalendar(Period.MONTHLY, Edge.LAST), execution, 42);
    }

    static RecommendationRequest request() {
        RequestDraft draft = new RequestDraft(
                new BigDecimal("100000"),
                "moderate",
                "medium",
                null,
                null,
                null,
                null,
                "medium",
                null,
                List.of(),
                null,
                null,
                null);
        return ((RequestCheck.Checked.Accepted) RequestCheck.check(draft, SyntheticHistory.KNOWN_AT)).request();
    }
}
