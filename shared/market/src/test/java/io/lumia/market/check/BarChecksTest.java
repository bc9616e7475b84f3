package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single rules on made rows; real ones are in {@link NastiesTest}. */
class BarChecksTest {

    private static final List<LocalDate> DAYS =
            ExchangeCalendar.UNITED_STATES.sessions(LocalDate.of(2016, 1, 4), LocalDate.of(2016, 12, 30));
    private static final double VOLUME = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "2017-01-03,FUTURE_DATE", // the last closed session is 2016-12-30
        "2015-12-31,OUTSIDE_ASSET_LIFE", // the asset lives from 2016-01-04
        "2016-03-25,NOT_A_SESSION", // Good Friday
        "2016-03-26,NOT_A_SESSION" // Saturday
    })
    void aDayThatCannotBeIsRefused(LocalDate date, QuarantineReason reason) {
        Checked<DailyBar> checked = BarChecks.check(batch(List.of(row(2, flat(date, 50))), List.of(), 0, List.of()));

        assertThat(checked.accepted()).isEmpty();
        assertThat(checked.rejected()).extracting(Rejected::reason).containsExactly(reason);
        assertThat(checked.rejected().getFirst().line()).isEqualTo(2);
        assertThat(checked.rejected().getFirst().detail()).contains(date.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "10,11,9,10,-1,NEGATIVE_VOLUME",
        "10,11,9,0,1,NON_POSITIVE_PRICE",
        "10,11,-9,10,1,NON_POSITIVE_PRICE",
        "10,11,9,NaN,1,NON_FINITE_PRICE",
        "10,Infinity,9,10,1,NON_FINITE_PRICE",
        "10,11,9,10,Infinity,NON_FINITE_PRICE",
        "10,9,11,10,1,LOW_ABOVE_HIGH",
        "10,11,9,11.01,1,CLOSE_OUTSIDE_RANGE",
        "10,11,9,8.99,1,CLOSE_OUTSIDE_RANGE"
    })
    void aBarThatContradictsItselfIsRefused(
            double open, double high, double low, double close, double volume, QuarantineReason reason) {
        DailyBar bar = new DailyBar(DAYS.getFirst(), open, high, low, close, volume, Double.NaN, 0);

        assertThat(BarChecks.check(batch(List.of(row(2, bar)), List.of(), 0, List.of()))
                        .rejected())
                .extracting(Rejected::reason)
                .containsExactly(reason);
    }

    @Test
    void aBarIsFlaggedForWhatIsDoubtfulInIt() {
        DailyBar openTooHigh = new DailyBar(DAYS.get(0), 12, 11, 9, 10, 1, Double.NaN, 0);
        DailyBar nobodyTraded = new DailyBar(DAYS.get(1), 10, 10, 10, 10, 0, Double.NaN, 0);
        DailyBar noVolume = new DailyBar(DAYS.get(2), 10, 11, 9, 10, Double.NaN, Double.NaN, 0);

        Checked<DailyBar> checked = BarChecks.check(
                batch(List.of(row(2, openTooHigh), row(3, nobodyTraded), row(4, noVolume)), List.of(), 0, List.of()));

        assertThat(checked.accepted())
                .extracting(bar -> BarFlag.of(bar.flags()).toString())
                .containsExactly("[OPEN_OUTSIDE_RANGE]", "[ZERO_VOLUME_FLAT]", "[VOLUME_MISSING]");
    }

    @Test
    void ofTwoRowsOfOneDayTheFirstIsKept() {
        LocalDate day = DAYS.getFirst();
        List<Row<DailyBar>> rows = List.of(row(2, flat(day, 50)), row(3, flat(day, 50)), row(4, flat(day, 51)));

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of()));

        assertThat(checked.accepted()).extracting(DailyBar::close).containsExactly(50.0);
        assertThat(checked.rejected()).extracting(Rejected::line).containsExactly(3L, 4L);
        assertThat(checked.rejected().get(0).detail()).contains("the same date and values");
        assertThat(checked.rejected().get(1).detail()).contains("whose close 50.0 is kept");
    }

    @Test
    void rowsInAnyOrderGetTheSameVerdicts() {
        List<Row<DailyBar>> rows = new ArrayList<>(quietYear(100));
        rows.set(50, row(52, flat(DAYS.get(50), 1_000)));
        Checked<DailyBar> inOrder = BarChecks.check(batch(rows, List.of(), 0, List.of()));

        Checked<DailyBar> reversed = BarChecks.check(batch(rows.reversed(), List.of(), 0, List.of()));

        assertThat(reversed.accepted()).isEqualTo(inOrder.accepted());
        assertThat(inOrder.rejected()).extracting(Rejected::line).containsExactly(52L);
    }

    @ParameterizedTest
    @CsvSource({
        "10,1,UNEXPLAINED_JUMP", // ten times the price on usual volume
        "10,9,UNEXPLAINED_JUMP",
        "10,11,kept", // ten times the price on eleven times the volume
        "0.4,3,UNEXPLAINED_JUMP",
        "0.4,8,kept", // money traded: 3.2 times the usual
        "0.25,6,UNEXPLAINED_JUMP", // a split: a quarter of the price, and money as usual
        "0.25,40,kept",
        "30,1000,UNEXPLAINED_JUMP", // no volume explains thirty times
        "1.6,1,kept", // within the bound
        "0.62,1,kept"
    })
    void aJumpNeedsVolume(double factor, double volumes, String verdict) {
        List<Row<DailyBar>> rows = new ArrayList<>(quietYear(100));
        double close = rows.get(99).value().close() * factor;
        rows.add(row(102, new DailyBar(DAYS.get(100), close, close, close, close, volumes * VOLUME, Double.NaN, 0)));

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of()));

        if (verdict.equals("kept")) {
            assertThat(checked.rejected()).isEmpty();
            boolean large = factor > 1.65 || factor < 0.61;
            assertThat(checked.accepted().getLast().has(BarFlag.LARGE_MOVE)).isEqualTo(large);
        } else {
            assertThat(checked.rejected())
                    .extracting(Rejected::reason)
                    .containsExactly(QuarantineReason.valueOf(verdict));
        }
    }

    @Test
    void aBadTickIsRefusedAndTheNextDayFollowsOnTheOneBefore() {
        List<Row<DailyBar>> rows = new ArrayList<>(quietYear(102));
        rows.set(100, row(102, flat(DAYS.get(100), rows.get(99).value().close() / 10)));

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of()));

        assertThat(checked.rejected()).extracting(Rejected::line).containsExactly(102L);
        assertThat(checked.accepted().getLast().flags()).isZero();
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void aDividendExplainsWhatItTookFromThePrice() {
        List<Row<DailyBar>> rows = new ArrayList<>(quietYear(100));
        double before = rows.get(99).value().close();
        rows.add(row(102, flat(DAYS.get(100), before * 0.45)));
        CorporateAction special = new CorporateAction(DAYS.get(100), ActionKind.DIVIDEND, before * 0.55);

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of(special)));

        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.accepted().getLast().has(BarFlag.LARGE_MOVE)).isTrue();
    }

    @Test
    void aSplitInTheActionsThatIsNotInThePricesIsAJump() {
        List<Row<DailyBar>> rows = quietYear(101);
        CorporateAction split = new CorporateAction(DAYS.get(100), ActionKind.SPLIT, 4);

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of(split)));

        assertThat(checked.rejected()).extracting(Rejected::reason).containsExactly(QuarantineReason.UNEXPLAINED_JUMP);
    }

    @Test
    void aScaleThatLastsAQuarterIsBelievedAndTheBarsBeforeAreNot() {
        List<Row<DailyBar>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(row(i + 2, quiet(i, i < 100 ? 50 : 200)));
        }

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of()));

        assertThat(checked.accepted()).hasSize(200 - 100 - JumpRule.CONFIRMING_ROWS);
        assertThat(checked.accepted().getFirst().date()).isEqualTo(DAYS.get(100 + JumpRule.CONFIRMING_ROWS));
        assertThat(checked.rejected()).allMatch(row -> row.reason() == QuarantineReason.UNEXPLAINED_JUMP);
        assertThat(checked.findings()).extracting(Finding::kind).contains(Finding.Kind.LEVEL_SHIFT);
    }

    @Test
    void livedDayByDayTheSameScaleIsBelievedAndTheBooksAreToldOf() {
        List<Row<DailyBar>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(row(i + 2, quiet(i, i < 100 ? 50 : 200)));
        }
        BarBatch batch = batch(rows, List.of(), 0, List.of());

        Checked<DailyBar> dayByDay = RealPrices.dayByDay(batch);

        List<DailyBar> newScale =
                dayByDay.accepted().stream().filter(bar -> bar.close() > 150).toList();
        assertThat(newScale).isEqualTo(BarChecks.check(batch).accepted());
        assertThat(dayByDay.findings()).extracting(Finding::kind).contains(Finding.Kind.SCALE_BREAK);
    }

    @Test
    void aThinlyTradedPriceThatMovedIsBelievedAfterAFewSessions() {
        List<Row<DailyBar>> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(row(i + 2, new DailyBar(DAYS.get(i), 1, 1, 1, 1, 0, Double.NaN, 0)));
        }
        for (int i = 120; i < 140; i++) {
            rows.add(row(i + 2, new DailyBar(DAYS.get(i), 2.5, 2.5, 2.5, 2.5, 0, Double.NaN, 0)));
        }

        Checked<DailyBar> checked = BarChecks.check(batch(rows, List.of(), 0, List.of()));

        assertThat(checked.rejected())
                .extracting(Rejected::date)
                .containsExactly(DAYS.get(120), DAYS.get(121), DAYS.get(122));
        assertThat(checked.accepted()).hasSize(137);
    }

    @Test
    void contextDecidesAsTheRowsThemselvesWouldHave() {
        List<Row<DailyBar>> rows = new ArrayList<>(quietYear(200));
        rows.set(150, row(152, flat(DAYS.get(150), 500)));
        List<DailyBar> context = rows.subList(80, 150).stream().map(Row::value).toList();

        Checked<DailyBar> whole = BarChecks.check(batch(rows, List.of(), 0, List.of()));
        Checked<DailyBar> tail = BarChecks.check(batch(rows.subList(150, 200), context, 0, List.of()));

        assertThat(tail.rejected()).extracting(Rejected::line).containsExactly(152L);
        assertThat(whole.rejected()).extracting(Rejected::line).containsExactly(152L);
        assertThat(tail.accepted()).isEqualTo(whole.accepted().subList(150, 199));
    }

    @Test
    void believesWhatWasReleasedAndHoldsLaterBarsAgainstIt() {
        List<Row<DailyBar>> rows = new ArrayList<>(quietYear(100));
        for (int i = 100; i < 103; i++) {
            rows.add(row(i + 2, quiet(i, 200)));
        }
        DailyBar released = rows.get(100).value();
        BarBatch judged = batch(rows, List.of(), 0, List.of());

        Checked<DailyBar> before = BarChecks.check(judged);
        Checked<DailyBar> after = BarChecks.check(new BarBatch(
                judged.asset(),
                judged.rows(),
                judged.context(),
                judged.waiting(),
                judged.actions(),
                judged.source(),
                judged.lastClosed(),
                List.of(released)));

        assertThat(before.rejected()).extracting(Rejected::value).contains(released);
        assertThat(after.rejected()).isEmpty();
        assertThat(BarFlag.of(after.accepted().get(100).flags())).contains(BarFlag.RELEASED);
    }

    private static BarBatch batch(
            List<Row<DailyBar>> rows, List<DailyBar> context, int waiting, List<CorporateAction> actions) {
        return new BarBatch(
                RealPrices.asset("TEST", AssetType.STOCK, LocalDate.of(2016, 1, 4), null),
                rows,
                context,
                waiting,
                actions,
                RealPrices.source(PriceBasis.RAW, "2016-12-31T00:00:00Z"),
                LocalDate.of(2016, 12, 30));
    }

    /** Bars around 50 that go up and down by a percent. */
    private static List<Row<DailyBar>> quietYear(int sessions) {
        List<Row<DailyBar>> rows = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            rows.add(row(i + 2, quiet(i, 50)));
        }
        return rows;
    }

    private static DailyBar quiet(int session, double level) {
        double close = level * (session % 2 == 0 ? 1 : 1.01);
        return new DailyBar(DAYS.get(session), close, close * 1.005, close * 0.995, close, VOLUME, Double.NaN, 0);
    }

    private static DailyBar flat(LocalDate date, double price) {
        return new DailyBar(date, price, price, price, price, VOLUME, Double.NaN, 0);
    }

    private static Row<DailyBar> row(long line, DailyBar bar) {
        return new Row<>(line, "TEST", bar, "row " + line);
    }
}
