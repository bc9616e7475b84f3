package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lumia.market.ActionKind;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real defects, as {@code nasties/README.md} tells them: each is found, nothing else is, and the real move is kept. */
class NastiesTest {

    @Test
    void rowsOfAnEarlierCompanyAreOutsideTheAssetsLife() {
        Nasty uso =
                Nasty.read("ticker-reuse-uso", AssetType.ETF, PriceBasis.RAW).livingFrom("2006-04-10");
        Nasty eem =
                Nasty.read("ticker-reuse-eem", AssetType.ETF, PriceBasis.RAW).livingFrom("2003-04-11");

        assertSetAside(uso, QuarantineReason.OUTSIDE_ASSET_LIFE, "1998-04-27", "1998-12-30");
        assertSetAside(eem, QuarantineReason.OUTSIDE_ASSET_LIFE, "2002-02-19", "2002-12-05");
    }

    @Test
    void rowsOfAnEarlierCompanyAreFoundWithoutKnowingTheAssetsLife() {
        Nasty uso = Nasty.read("ticker-reuse-uso", AssetType.ETF, PriceBasis.RAW);
        Nasty eem = Nasty.read("ticker-reuse-eem", AssetType.ETF, PriceBasis.RAW);

        assertSetAside(uso, QuarantineReason.OUTSIDE_ASSET_LIFE, "1998-04-27", "1998-12-30");
        assertSetAside(eem, QuarantineReason.OUTSIDE_ASSET_LIFE, "2002-02-19", "2002-12-05");
    }

    @Test
    void anEarlierCompanyInTheBooksIsToldOfWhenTheNextOneComes() {
        Nasty uso = Nasty.read("ticker-reuse-uso", AssetType.ETF, PriceBasis.RAW);

        Checked<DailyBar> checked = uso.dayByDay();

        assertThat(checked.findings()).extracting(Finding::kind).contains(Finding.Kind.EARLIER_COMPANY);
        assertThat(checked.accepted().getLast().date()).isEqualTo(uso.lastDate());
    }

    @ParameterizedTest
    @CsvSource({"split-aapl-2014-raw,2014-06-09,7", "split-aapl-2020-raw,2020-08-31,4"})
    void aRawSplitIsKeptWhenItIsKnown(String file, LocalDate exDate, double ratio) {
        Nasty split = Nasty.read(file, AssetType.STOCK, PriceBasis.RAW)
                .with(new CorporateAction(exDate, ActionKind.SPLIT, ratio));

        Checked<DailyBar> checked = split.check();

        assertThat(checked.rejected()).isEmpty();
        assertThat(flagged(checked, BarFlag.LARGE_MOVE)).containsExactly(exDate);
    }

    @ParameterizedTest
    @CsvSource({"split-aapl-2014-raw,2014-06-09", "split-aapl-2020-raw,2020-08-31"})
    void aRawSplitThatNobodyToldOfIsSetAsideOnItsDayAndToldAsAShift(String file, LocalDate exDate) {
        Checked<DailyBar> checked =
                Nasty.read(file, AssetType.STOCK, PriceBasis.RAW).check();

        assertThat(checked.rejected().getFirst().date()).isEqualTo(exDate);
        assertThat(checked.rejected()).allMatch(row -> row.reason() == QuarantineReason.UNEXPLAINED_JUMP);
        assertThat(checked.findings()).extracting(Finding::kind).contains(Finding.Kind.LEVEL_SHIFT);
    }

    @ParameterizedTest
    @CsvSource({"split-aapl-2014-split-adjusted,2014-06-09,7", "split-aapl-2020-split-adjusted,2020-08-31,4"})
    void aSplitThatTheSourceHasAdjustedForIsNotExpectedAgain(String file, LocalDate exDate, double ratio) {
        Nasty split = Nasty.read(file, AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED)
                .with(new CorporateAction(exDate, ActionKind.SPLIT, ratio));

        Checked<DailyBar> checked = split.check();

        assertThat(checked.rejected()).isEmpty();
        assertThat(flagged(checked, BarFlag.LARGE_MOVE)).isEmpty();
    }

    @Test
    void aScaleThatBreaksAndComesBackIsSetAsideAsAWhole() {
        Nasty abvc = Nasty.read("scale-jump-abvc", AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED);

        List<LocalDate> jumps = dates(abvc.check(), QuarantineReason.UNEXPLAINED_JUMP);

        assertThat(jumps.stream().filter(date -> date.isAfter(LocalDate.of(2015, 8, 12))))
                .hasSize(24)
                .startsWith(LocalDate.of(2015, 8, 13))
                .endsWith(LocalDate.of(2015, 9, 16));
    }

    @Test
    void aScaleBreakUpwardsIsSetAsideWhereTheRowsBeforeItAreUnknown() {
        Nasty abvc = Nasty.read("scale-jump-abvc", AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED)
                .from(LocalDate.of(2015, 8, 13));

        assertThat(dates(abvc.check(), QuarantineReason.UNEXPLAINED_JUMP)).startsWith(LocalDate.of(2015, 9, 17));
    }

    @Test
    void anotherSecurityUnderTheOldNameWaitsUntilSomebodySaysSo() {
        Nasty ampy = Nasty.read("scale-jump-ampy", AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED);

        Checked<DailyBar> checked = ampy.check();

        assertThat(dates(checked, QuarantineReason.UNEXPLAINED_JUMP)).startsWith(LocalDate.of(2016, 10, 24));
        assertThat(checked.accepted().getLast().date()).isEqualTo("2016-10-21");
        assertThat(checked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.LEVEL_SHIFT);
            assertThat(finding.detail()).contains("2016-10-21");
        });
    }

    @Test
    void aReverseSplitSettlesTheScale() {
        Nasty ampy = Nasty.read("scale-jump-ampy", AssetType.STOCK, PriceBasis.RAW)
                .with(new CorporateAction(LocalDate.of(2016, 10, 24), ActionKind.SPLIT, 1 / 162.0));

        assertThat(ampy.check().rejected()).isEmpty();
    }

    @Test
    void aPriceBeforeTheListingIsSetAsideAndTheFirstDayKept() {
        Checked<DailyBar> checked = Nasty.read("day-before-listing-accd", AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED)
                .check();

        assertThat(checked.rejected()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo(QuarantineReason.BEFORE_LISTING);
            assertThat(row.date()).isEqualTo("2020-07-01");
        });
        assertThat(checked.accepted().getFirst().date()).isEqualTo("2020-07-02");
    }

    @Test
    void aPriceBeforeTheListingThatIsInTheBooksIsToldOf() {
        Checked<DailyBar> checked = Nasty.read("day-before-listing-accd", AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED)
                .dayByDay();

        assertThat(checked.rejected()).isEmpty();
        assertThat(checked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.BEFORE_LISTING);
            assertThat(finding.date()).isEqualTo("2020-07-01");
        });
    }

    @Test
    void aRealMoveOnLargeVolumeIsKept() {
        Checked<DailyBar> checked = Nasty.read("real-large-move-aacg", AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED)
                .check();

        assertThat(checked.rejected()).isEmpty();
        assertThat(flagged(checked, BarFlag.LARGE_MOVE)).contains(LocalDate.of(2021, 2, 4));
    }

    @ParameterizedTest
    @CsvSource({"missing-values-bets,2", "missing-values-crvo,24"})
    void rowsWithoutPricesAreSetAsideAndNothingElse(String file, int missing) {
        Nasty nasty = Nasty.read(file, AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED);

        assertThat(nasty.unreadable()).hasSize(missing).allMatch(row -> row.reason() == QuarantineReason.MISSING_VALUE);
        assertThat(nasty.check().rejected())
                .filteredOn(row -> row.reason() != QuarantineReason.UNEXPLAINED_JUMP)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"open-below-low-ua", "open-below-low-hubb"})
    void anOpenOutsideTheRangeIsKeptAndFlagged(String file) {
        Checked<DailyBar> checked =
                Nasty.read(file, AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED).check();

        assertThat(checked.rejected()).isEmpty();
        assertThat(flagged(checked, BarFlag.OPEN_OUTSIDE_RANGE)).containsExactly(LocalDate.of(2021, 5, 5));
    }

    @ParameterizedTest
    @CsvSource({"zero-volume-flat-aame,6", "zero-volume-moving-tops,2"})
    void flatDaysWithoutVolumeAreKeptAndFlagged(String file, int flat) {
        Checked<DailyBar> checked =
                Nasty.read(file, AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED).check();

        assertThat(checked.rejected()).isEmpty();
        assertThat(flagged(checked, BarFlag.ZERO_VOLUME_FLAT)).hasSize(flat);
    }

    @ParameterizedTest
    @CsvSource({"zero-volume-flat-abvc,98", "zero-volume-flat-aytu,91"})
    void aPriceQuotedForWeeksIsFlaggedWhereItIsKept(String file, int flat) {
        Nasty nasty = Nasty.read(file, AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED);

        Checked<DailyBar> checked = nasty.check();

        long setAside = checked.rejected().stream()
                .filter(row -> nasty.isFlat(row.line()))
                .count();
        assertThat(flagged(checked, BarFlag.ZERO_VOLUME_FLAT)).hasSize(flat - (int) setAside);
        assertThat(checked.rejected()).allMatch(row -> row.reason() == QuarantineReason.UNEXPLAINED_JUMP);
    }

    @Test
    void oilBelowZeroIsACommoditysPriceAndNoStocks() {
        Checked<DailyBar> oil = Nasty.read("made-negative-price-oil", AssetType.COMMODITY, PriceBasis.RAW)
                .check();
        Checked<DailyBar> stock = Nasty.read("made-negative-price-oil", AssetType.STOCK, PriceBasis.RAW)
                .check();

        assertThat(oil.rejected()).isEmpty();
        assertThat(flagged(oil, BarFlag.LARGE_MOVE)).contains(LocalDate.of(2020, 4, 20), LocalDate.of(2020, 4, 21));
        assertThat(dates(stock, QuarantineReason.NON_POSITIVE_PRICE))
                .containsExactly(LocalDate.of(2020, 4, 20), LocalDate.of(2020, 4, 21));
    }

    @Test
    void aGarbageDayInACurrencyIsSetAsideAndItsNeighboursKept() {
        Checked<DailyBar> checked = Nasty.read("made-garbage-day-fx", AssetType.FOREX, PriceBasis.RAW)
                .check();

        assertThat(checked.rejected())
                .extracting(Rejected::date, Rejected::reason)
                .containsExactly(
                        tuple(LocalDate.of(2007, 4, 24), QuarantineReason.UNEXPLAINED_JUMP),
                        tuple(LocalDate.of(2007, 5, 15), QuarantineReason.CLOSE_OUTSIDE_RANGE));
    }

    @Test
    void aLongGapInACurrencyLosesNothing() {
        Nasty gap = Nasty.read("made-long-gap-fx", AssetType.FOREX, PriceBasis.RAW);

        assertThat(gap.check().rejected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ticker-reuse-uso,RAW",
        "ticker-reuse-eem,RAW",
        "split-aapl-2014-raw,RAW",
        "split-aapl-2020-raw,RAW",
        "split-aapl-2014-split-adjusted,SPLIT_ADJUSTED",
        "scale-jump-abvc,SPLIT_ADJUSTED",
        "scale-jump-ampy,SPLIT_ADJUSTED",
        "day-before-listing-accd,SPLIT_ADJUSTED",
        "real-large-move-aacg,SPLIT_ADJUSTED",
        "missing-values-bets,SPLIT_ADJUSTED",
        "missing-values-crvo,SPLIT_ADJUSTED",
        "open-below-low-ua,SPLIT_ADJUSTED",
        "zero-volume-flat-aame,SPLIT_ADJUSTED",
        "zero-volume-flat-abvc,SPLIT_ADJUSTED",
        "zero-volume-flat-aytu,SPLIT_ADJUSTED",
        "zero-volume-moving-tops,SPLIT_ADJUSTED"
    })
    void dayByDayTheVerdictsAreTheSame(String file, PriceBasis basis) {
        Nasty nasty = Nasty.read(file, AssetType.STOCK, basis);

        Checked<DailyBar> atOnce = nasty.check();
        Checked<DailyBar> dayByDay = nasty.dayByDay();

        List<LocalDate> onlyTheFutureShows = atOnce.rejected().stream()
                .filter(row -> row.reason() == QuarantineReason.BEFORE_LISTING
                        || row.reason() == QuarantineReason.OUTSIDE_ASSET_LIFE)
                .map(Rejected::date)
                .toList();
        assertThat(dayByDay.accepted().stream().filter(bar -> !onlyTheFutureShows.contains(bar.date())))
                .containsExactlyElementsOf(atOnce.accepted());
    }

    @Test
    void eachMadeDefectIsSetAsideForItsReason() {
        Nasty made = Nasty.read("made-row-defects", AssetType.STOCK, PriceBasis.RAW);

        List<Rejected> rejected = new ArrayList<>(made.unreadable());
        rejected.addAll(made.check().rejected());

        assertThat(rejected.stream()
                        .filter(row -> row.symbol().equals("ROW-MADE"))
                        .map(row -> row.date() + " " + row.reason().code()))
                .containsExactlyInAnyOrder(
                        "2017-05-02 non_finite_price",
                        "2017-05-03 non_finite_price",
                        "2017-05-04 non_positive_price",
                        "2017-05-05 negative_volume",
                        "2017-05-08 low_above_high",
                        "2017-05-09 close_outside_range",
                        "2017-05-10 duplicate",
                        "2017-05-11 duplicate",
                        "2017-04-14 not_a_session",
                        "2017-05-13 not_a_session",
                        "2999-01-02 future_date",
                        "null malformed_line",
                        "2017-05-31 malformed_line",
                        "null malformed_line");
    }

    private static void assertSetAside(Nasty nasty, QuarantineReason reason, String first, String last) {
        Checked<DailyBar> checked = nasty.check();

        assertThat(dates(checked, reason)).startsWith(LocalDate.parse(first)).endsWith(LocalDate.parse(last));
        assertThat(checked.rejected()).allMatch(row -> row.reason() == reason);
        assertThat(checked.accepted().getFirst().date()).isAfter(last);
    }

    private static List<LocalDate> dates(Checked<DailyBar> checked, QuarantineReason reason) {
        return checked.rejected().stream()
                .filter(row -> row.reason() == reason)
                .map(Rejected::date)
                .toList();
    }

    private static List<LocalDate> flagged(Checked<DailyBar> checked, BarFlag flag) {
        return checked.accepted().stream()
                .filter(bar -> bar.has(flag))
                .map(DailyBar::date)
                .toList();
    }
}
