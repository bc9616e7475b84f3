package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriceAdjusterTest {

    private static final LocalDate END = LocalDate.of(2017, 12, 29);
    private static final Source RAW = source(PriceBasis.RAW, "2017-12-29T22:00:00Z");
    private static final Source SPLIT_THROUGH_2024 = source(PriceBasis.SPLIT_ADJUSTED, "2024-03-01T00:00:00Z");
    private static final CorporateAction SPLIT_2014 = action("2014-06-09", ActionKind.SPLIT, 7);
    private static final CorporateAction SPLIT_2020 = action("2020-08-31", ActionKind.SPLIT, 4);

    /** Apple 2013 to 2017, two vendors; see adjustment/README.md. */
    private static final List<String[]> RAW_ROWS = rows("aapl-raw-2013-2017");

    private static final List<String[]> ADJUSTED_ROWS = rows("aapl-split-adjusted-2013-2017");

    @Test
    void rawPricesDividedByTheirSplitsAreTheOtherVendorsPrices() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(rawBars(), stored(RAW, SPLIT_2014), Adjustment.SPLIT, END);

        for (int i = 0; i < adjusted.size(); i++) {
            double other = 4 * close(ADJUSTED_ROWS, i);
            assertThat(adjusted.close(i)).as("%s", adjusted.date(i)).isCloseTo(other, within(0.0013 * other));
        }
        assertThat(adjusted.notes().applied()).containsExactly(SPLIT_2014);
        assertThat(adjusted.notes().reconstructed()).isFalse();
    }

    @Test
    void thereIsNoJumpOnTheDayOfASplitAndVolumeIsInNewShares() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(rawBars(), stored(RAW, SPLIT_2014), Adjustment.SPLIT, END);
        int friday = indexOf(adjusted, "2014-06-06");

        assertThat(adjusted.close(friday)).isCloseTo(645.57 / 7, within(1e-9));
        assertThat(adjusted.close(friday + 1)).isEqualTo(93.70);
        assertThat(adjusted.volumes()[friday]).isCloseTo(7 * volume(friday), within(1e-6));
        assertThat(adjusted.volumes()[friday + 1]).isEqualTo(volume(friday + 1));
    }

    @Test
    void splitAdjustedPricesAreBroughtBackToWhatWasTraded() {
        List<StoredAction> actions = stored(SPLIT_THROUGH_2024, SPLIT_2014, SPLIT_2020);

        AdjustedPrices raw = PriceAdjuster.adjust(splitAdjustedBars(false), actions, Adjustment.RAW, END);

        assertThat(raw.close(indexOf(raw, "2014-06-06"))).isCloseTo(645.57, within(28 * 0.00005));
        assertThat(raw.close(indexOf(raw, "2014-06-09"))).isCloseTo(93.70, within(4 * 0.00005));
        for (int i = 0; i < raw.size(); i++) {
            assertThat(raw.close(i)).isCloseTo(close(RAW_ROWS, i), within(0.0013 * raw.close(i)));
        }
    }

    @Test
    void aSplitAfterTheAsOfIsTakenOutOfWhatTheSourceDid() {
        List<StoredAction> actions = stored(SPLIT_THROUGH_2024, SPLIT_2014, SPLIT_2020);

        AdjustedPrices adjusted = PriceAdjuster.adjust(splitAdjustedBars(false), actions, Adjustment.SPLIT, END);

        assertThat(adjusted.close(adjusted.size() - 1)).isCloseTo(169.23, within(4 * 0.00005));
        assertThat(adjusted.notes().applied()).containsExactly(SPLIT_2020);
    }

    @Test
    void aSplitAfterTheAsOfIsNotAppliedToRawPrices() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(
                rawBars(), stored(RAW, SPLIT_2014, SPLIT_2020), Adjustment.SPLIT, LocalDate.of(2014, 6, 6));

        assertThat(adjusted.date(adjusted.size() - 1)).isEqualTo("2014-06-06");
        assertThat(adjusted.close(adjusted.size() - 1)).isEqualTo(645.57);
        assertThat(adjusted.notes().applied()).isEmpty();
    }

    @Test
    void dividendFactorsAreThoseOfTheVendorsAdjustedClose() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(rawBars(), aaplActions(), Adjustment.ALL, END);
        AdjustedPrices splitOnly = PriceAdjuster.adjust(rawBars(), aaplActions(), Adjustment.SPLIT, END);

        for (int i = 0; i < adjusted.size(); i++) {
            double factor = adjusted.close(i) / splitOnly.close(i);
            assertThat(factor).as("%s", adjusted.date(i)).isCloseTo(vendorFactor(i), within(1.5e-5));
        }
        assertThat(adjusted.close(adjusted.size() - 1)).isEqualTo(169.23);
    }

    @Test
    void aVendorsAdjustedCloseServesWhereNoDividendsAreKnown() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(
                splitAdjustedBars(true), stored(SPLIT_THROUGH_2024, SPLIT_2020), Adjustment.ALL, END);

        for (int i = 0; i < adjusted.size(); i++) {
            double expected = 4 * close(ADJUSTED_ROWS, i) * vendorFactor(i);
            assertThat(adjusted.close(i)).isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(adjusted.notes().warnings()).isEmpty();
    }

    @Test
    void dividendsInTheSourcesShareUnitsGiveTheSameFactors() {
        List<StoredAction> inRawUnits = aaplActions();
        List<StoredAction> inUnitsOf2024 = new ArrayList<>(stored(SPLIT_THROUGH_2024, SPLIT_2014, SPLIT_2020));
        for (StoredAction stored : inRawUnits) {
            CorporateAction action = stored.action();
            if (action.kind() == ActionKind.DIVIDEND) {
                double later = action.exDate().isBefore(SPLIT_2014.exDate()) ? 28 : 4;
                inUnitsOf2024.add(new StoredAction(
                        new CorporateAction(action.exDate(), action.kind(), action.value() / later),
                        SPLIT_THROUGH_2024));
            }
        }

        double[] one =
                PriceAdjuster.adjust(rawBars(), inRawUnits, Adjustment.ALL, END).closes();
        double[] two = PriceAdjuster.adjust(rawBars(), inUnitsOf2024, Adjustment.ALL, END)
                .closes();

        assertThat(two).containsExactly(one, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void aFullyAdjustedSourceIsBroughtBackByItsDividends(Adjustment adjustment) {
        LocalDate asOf = LocalDate.of(2016, 6, 30);
        List<StoredAction> actions = aaplActions();
        Source full = source(PriceBasis.FULLY_ADJUSTED, "2017-12-29T22:00:00Z");
        List<DailyBar> fullBars = PriceAdjuster.adjust(rawBars(), actions, Adjustment.ALL, END).bars().stream()
                .map(bar -> new DailyBar(
                        bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), Double.NaN, 0))
                .toList();

        AdjustedPrices back = PriceAdjuster.adjust(withSource(fullBars, full), actions, adjustment, asOf);
        AdjustedPrices expected = PriceAdjuster.adjust(rawBars(), actions, adjustment, asOf);

        assertThat(back.closes()).containsExactly(expected.closes(), within(1e-8));
        assertThat(back.volumes()).containsExactly(expected.volumes(), within(1e-4));
        assertThat(back.notes().reconstructed()).isTrue();
        assertThat(back.notes().warnings()).isEmpty();
    }

    @Test
    void saysWhenRawIsAskedOfAFullyAdjustedSourceWithoutDividends() {
        Source full = source(PriceBasis.FULLY_ADJUSTED, "2017-12-29T22:00:00Z");

        AdjustedPrices adjusted =
                PriceAdjuster.adjust(withSource(rawBars().bars(), full), List.of(), Adjustment.RAW, END);

        assertThat(adjusted.notes().reconstructed()).isFalse();
        assertThat(adjusted.notes().warnings()).singleElement().asString().contains("fully_adjusted");
    }

    @Test
    void saysWhenDividendsAfterTheAsOfCannotBeTakenOut() {
        Source full = source(PriceBasis.FULLY_ADJUSTED, "2017-12-29T22:00:00Z");
        StoredBars upToJune2014 = withSource(rawBars().bars().subList(0, 360), full);

        AdjustedPrices adjusted = PriceAdjuster.adjust(
                upToJune2014,
                aaplActions(),
                Adjustment.ALL,
                upToJune2014.bars().getLast().date());

        assertThat(adjusted.notes().warnings()).isNotEmpty().allMatch(warning -> warning.contains("level is not"));
    }

    @Test
    void aSpinOffMovesPricesButNotVolume() {
        StoredBars bars = bars(RAW, bar("2020-01-02", 30, 1000), bar("2020-01-03", 20, 1000));
        List<StoredAction> spinOff = stored(RAW, action("2020-01-03", ActionKind.SPIN_OFF, 1.5));

        AdjustedPrices adjusted = PriceAdjuster.adjust(bars, spinOff, Adjustment.SPLIT, LocalDate.of(2020, 1, 3));

        assertThat(adjusted.closes()).containsExactly(new double[] {20, 20}, within(1e-12));
        assertThat(adjusted.volumes()).containsExactly(1000, 1000);
    }

    @Test
    void aDividendLowersEarlierPricesByItsShareOfTheCloseBefore() {
        StoredBars bars = bars(RAW, bar("2020-01-02", 100, 1), bar("2020-01-03", 96, 1), bar("2020-01-06", 97, 1));
        List<StoredAction> dividend = stored(RAW, action("2020-01-03", ActionKind.DIVIDEND, 5));

        AdjustedPrices adjusted = PriceAdjuster.adjust(bars, dividend, Adjustment.ALL, LocalDate.of(2020, 1, 6));

        assertThat(adjusted.closes()).containsExactly(new double[] {95, 96, 97}, within(1e-12));
        assertThat(adjusted.bar(0).priceFactor()).isEqualTo(0.95);
    }

    @Test
    void aDividendOnTheDayOfASplitIsPerNewShare() {
        StoredBars bars = bars(RAW, bar("2020-01-02", 100, 1), bar("2020-01-03", 49, 1));
        List<StoredAction> actions =
                stored(RAW, action("2020-01-03", ActionKind.SPLIT, 2), action("2020-01-03", ActionKind.DIVIDEND, 1));

        AdjustedPrices adjusted = PriceAdjuster.adjust(bars, actions, Adjustment.ALL, LocalDate.of(2020, 1, 3));

        assertThat(adjusted.close(0)).isCloseTo(49, within(1e-12));
    }

    @Test
    void aDividendAboveThePriceOrFarFromAnyPriceIsNotAppliedAndSaid() {
        StoredBars bars = bars(RAW, bar("2020-01-02", 2, 1), bar("2020-06-01", 2, 1));
        List<StoredAction> actions = stored(
                RAW, action("2020-01-03", ActionKind.DIVIDEND, 3), action("2020-06-01", ActionKind.DIVIDEND, 0.5));

        AdjustedPrices adjusted = PriceAdjuster.adjust(bars, actions, Adjustment.ALL, LocalDate.of(2020, 6, 1));

        assertThat(adjusted.closes()).containsExactly(2, 2);
        assertThat(adjusted.notes().warnings()).hasSize(2);
        assertThat(adjusted.notes().applied()).isEmpty();
    }

    @Test
    void anActionToldByTwoSourcesIsAppliedOnce() {
        StoredBars bars = bars(RAW, bar("2020-01-02", 100, 1), bar("2020-01-03", 50, 1));
        List<StoredAction> twice = new ArrayList<>(stored(RAW, action("2020-01-03", ActionKind.SPLIT, 2)));
        twice.addAll(stored(SPLIT_THROUGH_2024, action("2020-01-03", ActionKind.SPLIT, 2)));

        AdjustedPrices adjusted = PriceAdjuster.adjust(bars, twice, Adjustment.SPLIT, LocalDate.of(2020, 1, 3));

        assertThat(adjusted.closes()).containsExactly(50, 50);
    }

    @Test
    void sourcesWithDifferentBasesAreBroughtToOne() {
        DailyBar old = bar("2014-06-06", 645.57 / 28, 1);
        DailyBar young = bar("2014-06-09", 93.70, 1);
        StoredBars joined = new StoredBars(List.of(old, young), List.of(SPLIT_THROUGH_2024, RAW), 0);

        AdjustedPrices adjusted = PriceAdjuster.adjust(
                joined, stored(RAW, SPLIT_2014, SPLIT_2020), Adjustment.SPLIT, LocalDate.of(2014, 6, 9));

        assertThat(adjusted.closes()).containsExactly(new double[] {645.57 / 7, 93.70}, within(1e-12));
        assertThat(adjusted.notes().bases()).containsExactlyInAnyOrder(PriceBasis.SPLIT_ADJUSTED, PriceBasis.RAW);
        assertThat(adjusted.notes().warnings()).singleElement().asString().contains("joined");
    }

    @Test
    void withoutActionsPricesStayExactlyAsReceived() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(rawBars(), List.of(), Adjustment.SPLIT, END);

        assertThat(adjusted.closes())
                .containsExactly(
                        rawBars().bars().stream().mapToDouble(DailyBar::close).toArray());
    }

    @Test
    void nothingStaysNothing() {
        AdjustedPrices adjusted = PriceAdjuster.adjust(
                new StoredBars(List.of(), List.of(), 0), stored(RAW, SPLIT_2014), Adjustment.ALL, END);

        assertThat(adjusted.size()).isZero();
    }

    /** Splits and raw dividends of the factor file: reference price x (1 - factor / next factor) on the next session. */
    private static List<StoredAction> aaplActions() {
        Map<LocalDate, LocalDate> nextSession = new HashMap<>();
        for (int i = 1; i < RAW_ROWS.size(); i++) {
            nextSession.put(LocalDate.parse(RAW_ROWS.get(i - 1)[1]), LocalDate.parse(RAW_ROWS.get(i)[1]));
        }
        List<StoredAction> actions = new ArrayList<>(stored(RAW, SPLIT_2014));
        List<String[]> factors = rows("aapl-factors");
        for (int i = 0; i + 1 < factors.size(); i++) {
            LocalDate last = LocalDate.parse(factors.get(i)[1]);
            double price = Double.parseDouble(factors.get(i)[4]);
            double ratio = Double.parseDouble(factors.get(i)[2]) / Double.parseDouble(factors.get(i + 1)[2]);
            if (ratio < 1 && nextSession.containsKey(last)) {
                CorporateAction dividend =
                        new CorporateAction(nextSession.get(last), ActionKind.DIVIDEND, price * (1 - ratio));
                actions.add(new StoredAction(dividend, RAW));
            }
        }
        return actions;
    }

    /** What the vendor's adjusted close says of dividends from a day to the end of 2017. */
    private static double vendorFactor(int index) {
        String[] row = ADJUSTED_ROWS.get(index);
        String[] last = ADJUSTED_ROWS.getLast();
        return (Double.parseDouble(row[3]) / Double.parseDouble(row[2]))
                / (Double.parseDouble(last[3]) / Double.parseDouble(last[2]));
    }

    private static StoredBars rawBars() {
        return withSource(
                RAW_ROWS.stream()
                        .map(row -> new DailyBar(
                                LocalDate.parse(row[1]),
                                Double.parseDouble(row[2]),
                                Double.parseDouble(row[3]),
                                Double.parseDouble(row[4]),
                                Double.parseDouble(row[5]),
                                Double.parseDouble(row[6]),
                                Double.NaN,
                                0))
                        .toList(),
                RAW);
    }

    private static StoredBars splitAdjustedBars(boolean withAdjustedClose) {
        return withSource(
                ADJUSTED_ROWS.stream()
                        .map(row -> {
                            double close = Double.parseDouble(row[2]);
                            double adjClose = withAdjustedClose ? Double.parseDouble(row[3]) : Double.NaN;
                            return new DailyBar(LocalDate.parse(row[1]), close, close, close, close, 1, adjClose, 0);
                        })
                        .toList(),
                SPLIT_THROUGH_2024);
    }

    private static double close(List<String[]> rows, int index) {
        return Double.parseDouble(rows.get(index)[rows == RAW_ROWS ? 5 : 2]);
    }

    private static double volume(int index) {
        return Double.parseDouble(RAW_ROWS.get(index)[6]);
    }

    private static int indexOf(AdjustedPrices prices, String date) {
        return List.of(prices.dates()).indexOf(LocalDate.parse(date));
    }

    private static DailyBar bar(String date, double price, double volume) {
        return new DailyBar(LocalDate.parse(date), price, price, price, price, volume, Double.NaN, 0);
    }

    private static StoredBars bars(Source source, DailyBar... bars) {
        return withSource(List.of(bars), source);
    }

    private static StoredBars withSource(List<DailyBar> bars, Source source) {
        return new StoredBars(bars, bars.stream().map(bar -> source).toList(), 0);
    }

    private static List<StoredAction> stored(Source source, CorporateAction... actions) {
        return List.of(actions).stream()
                .map(action -> new StoredAction(action, source))
                .toList();
    }

    private static CorporateAction action(String exDate, ActionKind kind, double value) {
        return new CorporateAction(LocalDate.parse(exDate), kind, value);
    }

    private static Source source(PriceBasis basis, String asOf) {
        return new Source("bundle", "test", Instant.parse(asOf), basis, "USD", "CC0-1.0", "test");
    }

    private static List<String[]> rows(String name) {
        try (InputStream resource = PriceAdjusterTest.class.getResourceAsStream("/adjustment/" + name + ".csv")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
