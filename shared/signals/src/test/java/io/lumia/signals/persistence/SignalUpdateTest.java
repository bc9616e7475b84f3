package io.lumia.signals.persistence;

import static io.lumia.signals.persistence.TestMarket.NOW;
import static io.lumia.signals.persistence.TestMarket.bars;
import static io.lumia.signals.persistence.TestMarket.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalChange;
import io.lumia.signals.SignalRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Stored rows against what the engine says of the same bars, on a real PostgreSQL. */
class SignalUpdateTest {

    private static final int SESSIONS = 600;
    private static final Instant LATER = NOW.plusSeconds(3_600);

    private final TestMarket market = new TestMarket();
    private final Asset benchmark = market.asset("SPY", AssetType.ETF);
    private final Asset stock = market.asset("AAA", AssetType.STOCK);
    private final List<DailyBar> benchmarkBars = bars(SESSIONS, 1);
    private final List<DailyBar> stockBars = bars(SESSIONS, 2);

    @Test
    void storesOneRowPerBarWithNullsWhereHistoryIsTooShort() {
        market.load(benchmark, benchmarkBars);
        market.load(stock, stockBars);

        Map<Asset, RowsChanged> changed = market.update(everything(benchmark), everything(stock));

        List<SignalRow> rows = market.rows(stock);
        LocalDate last = stockBars.getLast().date();
        assertThat(changed.get(stock))
                .isEqualTo(new RowsChanged(SESSIONS, stockBars.getFirst().date(), last));
        assertThat(rows)
                .extracting(SignalRow::date)
                .isEqualTo(stockBars.stream().map(DailyBar::date).toList());
        assertThat(rows.getFirst().values()).containsOnly(Double.NaN);
        assertThat(rows.get(19).value(SignalColumn.SMA_20)).isCloseTo(meanClose(0, 20), offset(1e-9));
        assertThat(rows.get(18).knows(SignalColumn.SMA_20)).isFalse();
        assertThat(rows.getLast().values()).doesNotContain(Double.NaN);
        assertThat(rows.getLast().computedAt()).isEqualTo(NOW);
        assertThat(market.rows(benchmark).getLast().value(SignalColumn.BETA_1Y)).isCloseTo(1, offset(1e-12));
        assertThat(market.history().latest(stock, LocalDate.MAX)).contains(rows.getLast());
        assertThat(market.history().latest(stock, last.minusDays(1))).contains(rows.get(SESSIONS - 2));
        assertThat(market.history().latest(List.of(stock, benchmark))).containsOnlyKeys(stock.key(), benchmark.key());
        assertThat(market.query("SELECT count(*) FROM signals.daily_signal_staging"))
                .isEqualTo("0\n");
    }

    @Test
    void dayByDayEndsInTheSameRowsAsAllAtOnce() {
        market.load(benchmark, benchmarkBars);
        market.load(stock, stockBars.subList(0, 20));
        market.update(everything(benchmark), everything(stock));
        for (int i = 20; i < SESSIONS; i += i < 60 ? 1 : 37) {
            int until = Math.min(SESSIONS, i + (i < 60 ? 1 : 37));
            market.load(stock, stockBars.subList(i, until));
            market.update(SignalChange.ofBars(stock, stockBars.get(i).date()));
        }
        String inSteps = market.hashOfSignals();

        Map<Asset, RowsChanged> again = market.update(everything(stock));

        assertThat(again).isEmpty();
        assertThat(market.rows(stock)).hasSize(SESSIONS);
        assertThat(market.hashOfSignals()).isEqualTo(inSteps);
    }

    @Test
    void touchesNoRowWhenNothingChanged() {
        market.load(benchmark, benchmarkBars);
        market.load(stock, stockBars);
        market.update(everything(benchmark), everything(stock));
        String before = market.physicalHash();

        Map<Asset, RowsChanged> changed = market.update(
                LATER,
                everything(benchmark),
                SignalChange.ofBars(stock, stockBars.get(400).date()));

        assertThat(changed).isEmpty();
        assertThat(market.physicalHash()).isEqualTo(before);
    }

    @Test
    void aLateCorrectionChangesRowsFromItsDayOnAndNoneBefore() {
        market.load(stock, stockBars);
        market.update(everything(stock));
        List<SignalRow> before = market.rows(stock);
        market.load(stock, List.of(times(stockBars.get(500), 1.01)));

        Map<Asset, RowsChanged> changed = market.update(
                LATER, SignalChange.ofBars(stock, stockBars.get(500).date()));

        List<SignalRow> after = market.rows(stock);
        assertThat(changed.get(stock).first()).isEqualTo(stockBars.get(500).date());
        assertThat(after.subList(0, 500)).isEqualTo(before.subList(0, 500));
        assertThat(after.get(500)).isNotEqualTo(before.get(500));
        assertThat(after.get(500).computedAt()).isEqualTo(LATER);
        assertThat(market.history().latest(stock, LocalDate.MAX)).contains(after.getLast());
        assertThat(market.update(everything(stock))).isEmpty();
    }

    @Test
    void aBarThatArrivesLateIsPutBetweenAndCountedFromThereOn() {
        List<DailyBar> withHole = new ArrayList<>(stockBars);
        DailyBar missing = withHole.remove(450);
        market.load(stock, withHole);
        market.update(everything(stock));
        market.load(stock, List.of(missing));

        market.update(SignalChange.ofBars(stock, missing.date()));

        assertThat(market.rows(stock)).hasSize(SESSIONS);
        assertThat(market.update(everything(stock))).isEmpty();
        assertThat(market.query("SELECT max(bars_seen) FROM signals.daily_signal"))
                .isEqualTo(SESSIONS + "\n");
    }

    @Test
    void aLostEventIsMadeUpForByTheNextOne() {
        market.load(stock, stockBars.subList(0, 400));
        market.update(everything(stock));
        market.load(stock, stockBars.subList(400, SESSIONS));

        market.update(SignalChange.ofBars(stock, stockBars.getLast().date()));

        assertThat(market.rows(stock)).hasSize(SESSIONS);
        assertThat(market.update(everything(stock))).isEmpty();
    }

    @Test
    void aKnownSplitTakesEffectWithTheFirstBarOfItsExDate() {
        LocalDate exDate = stockBars.get(550).date();
        List<DailyBar> raw = new ArrayList<>();
        stockBars.subList(0, 550).forEach(bar -> raw.add(times(bar, 4)));
        raw.addAll(stockBars.subList(550, SESSIONS));
        market.load(stock, raw.subList(0, 550));
        market.act(stock, exDate, ActionKind.SPLIT, 4);
        market.update(everything(stock));
        double beforeSplit = market.rows(stock).getLast().value(SignalColumn.SMA_200);
        market.load(stock, raw.subList(550, SESSIONS));

        Map<Asset, RowsChanged> changed = market.update(SignalChange.ofBars(stock, exDate));

        List<SignalRow> rows = market.rows(stock);
        assertThat(changed.get(stock).first()).isBefore(exDate);
        assertThat(rows.get(549).value(SignalColumn.SMA_200)).isEqualTo(beforeSplit / 4);
        assertThat(rows.get(550).value(SignalColumn.RETURN_1D)).isBetween(-0.2, 0.2);
        assertThat(market.update(everything(stock))).isEmpty();
    }

    @Test
    void aNewDividendMovesAllOlderPricesOfAFullyAdjustedSource() {
        Source adjusted = TestMarket.source("adjusted", PriceBasis.FULLY_ADJUSTED);
        market.load(stock, stockBars.subList(0, SESSIONS - 1), adjusted);
        market.act(stock, stockBars.get(300).date(), ActionKind.DIVIDEND, 1, adjusted);
        market.update(everything(stock));
        market.act(stock, stockBars.get(500).date(), ActionKind.DIVIDEND, 1, adjusted);
        market.load(stock, stockBars.subList(SESSIONS - 1, SESSIONS), adjusted);

        market.update(SignalChange.ofBars(stock, stockBars.getLast().date()));

        assertThat(market.update(everything(stock))).isEmpty();
    }

    @Test
    void betaFollowsABenchmarkThatComesLater() {
        market.load(stock, stockBars);
        market.update(everything(stock));
        assertThat(market.rows(stock).getLast().knows(SignalColumn.BETA_1Y)).isFalse();
        market.load(benchmark, benchmarkBars);
        market.update(everything(benchmark));

        market.update(SignalChange.ofStored(stock, benchmarkBars.getFirst().date()));

        assertThat(market.rows(stock).getLast().knows(SignalColumn.BETA_1Y)).isTrue();
        assertThat(market.update(everything(stock))).isEmpty();
    }

    @Test
    void theBenchmarkComesFirstAndDatesTheRestBack() {
        market.load(stock, stockBars);
        market.load(benchmark, benchmarkBars);
        market.update(everything(benchmark), everything(stock));
        market.load(benchmark, List.of(times(benchmarkBars.get(450), 1.02)));
        market.load(stock, List.of(times(stockBars.get(590), 1.02)));

        Map<Asset, RowsChanged> changed = market.update(
                SignalChange.ofBars(stock, stockBars.get(590).date()),
                SignalChange.ofBars(benchmark, benchmarkBars.get(450).date()));

        assertThat(changed.get(stock).first()).isEqualTo(benchmarkBars.get(450).date());
        assertThat(market.update(everything(stock))).isEmpty();
    }

    @Test
    void passesOverAnAssetWithoutRowsFromThatDayOn() {
        market.load(stock, stockBars);

        assertThat(market.update(
                        SignalChange.ofStored(stock, stockBars.getFirst().date())))
                .isEmpty();
        assertThat(market.rows(stock)).isEmpty();
    }

    @Test
    void annualisesCryptoByThreeHundredAndSixtyFiveDays() {
        Asset coin = market.asset("BTC-USD", AssetType.CRYPTO);
        market.load(stock, stockBars);
        market.load(coin, stockBars);

        market.update(everything(stock), everything(coin));

        double stockVolatility = market.rows(stock).getLast().value(SignalColumn.VOLATILITY_30D);
        assertThat(market.rows(coin).getLast().value(SignalColumn.VOLATILITY_30D))
                .isCloseTo(stockVolatility * Math.sqrt(365 / 252.0), offset(1e-12));
    }

    @Test
    void aFundWithClosesOnlyHasNullsWhereRangeOrVolumeIsNeeded() {
        Asset fund = market.asset("VFIAX", AssetType.MUTUAL_FUND);
        market.load(fund, stockBars.stream().map(TestMarket::closeOnly).toList());

        market.update(everything(fund));

        SignalRow last = market.rows(fund).getLast();
        assertThat(last.knows(SignalColumn.RSI_14)).isTrue();
        assertThat(last.knows(SignalColumn.ATR_14)).isFalse();
        assertThat(last.knows(SignalColumn.POSITION_52W)).isFalse();
        assertThat(last.knows(SignalColumn.AVERAGE_DOLLAR_VOLUME_20D)).isFalse();
    }

    @Test
    void seriesWithoutPricesOfTheirOwnHaveNoSignals() {
        Asset rate = market.asset("DGS10", AssetType.BOND);
        market.load(rate, stockBars);

        assertThat(market.update(everything(rate))).isEmpty();
        assertThat(market.rows(rate)).isEmpty();
    }

    @Test
    void twoAtOnceOnTheSameAssetEndInOneSetOfRows() {
        market.load(stock, stockBars.subList(0, 590));
        market.update(everything(stock));
        market.load(stock, stockBars.subList(590, SESSIONS));

        List<CompletableFuture<Map<Asset, RowsChanged>>> both = List.of(
                CompletableFuture.supplyAsync(() -> market.update(
                        SignalChange.ofBars(stock, stockBars.get(590).date()))),
                CompletableFuture.supplyAsync(() -> market.update(everything(stock))));

        assertThat(both.stream().map(CompletableFuture::join).filter(changed -> !changed.isEmpty()))
                .hasSize(1);
        assertThat(market.rows(stock)).hasSize(SESSIONS);
    }

    private double meanClose(int from, int until) {
        return stockBars.subList(from, until).stream()
                .mapToDouble(DailyBar::close)
                .average()
                .orElseThrow();
    }

    private static SignalChange everything(Asset asset) {
        return SignalChange.ofEverything(asset);
    }
}
