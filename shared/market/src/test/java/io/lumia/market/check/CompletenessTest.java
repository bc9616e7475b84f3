package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final LocalDate FROM = LocalDate.of(2020, 11, 2);
    private static final LocalDate TO = LocalDate.of(2020, 11, 30);

    @Test
    void aMonthWithAllItsSessionsIsComplete() {
        Completeness complete = Completeness.of(asset(null, null), FROM, TO, sessions());

        assertThat(complete.expected()).isEqualTo(20);
        assertThat(complete.ratio()).isEqualTo(1);
        assertThat(complete.missing()).isEmpty();
        assertThat(complete.staleSessions()).isZero();
    }

    @Test
    void neighbouringMissingSessionsAreOneGapAcrossWeekendAndHoliday() {
        List<LocalDate> dates = new ArrayList<>(sessions());
        dates.removeAll(List.of(
                LocalDate.of(2020, 11, 4),
                LocalDate.of(2020, 11, 25),
                LocalDate.of(2020, 11, 27),
                LocalDate.of(2020, 11, 30)));

        Completeness holed = Completeness.of(asset(null, null), FROM, TO, dates);

        assertThat(holed.present()).isEqualTo(16);
        assertThat(holed.ratio()).isEqualTo(0.8);
        assertThat(holed.missing())
                .containsExactly(
                        new Completeness.Gap(LocalDate.of(2020, 11, 4), LocalDate.of(2020, 11, 4), 1),
                        new Completeness.Gap(LocalDate.of(2020, 11, 25), LocalDate.of(2020, 11, 30), 3));
        assertThat(holed.last()).isEqualTo("2020-11-24");
        assertThat(holed.staleSessions()).isEqualTo(3);
    }

    @Test
    void nothingIsExpectedOutsideTheAssetsLife() {
        LocalDate listed = LocalDate.of(2020, 11, 10);
        LocalDate delisted = LocalDate.of(2020, 11, 20);
        List<LocalDate> dates = ExchangeCalendar.UNITED_STATES.sessions(listed, delisted);

        assertThat(Completeness.of(asset(listed, delisted), FROM, TO, dates).ratio())
                .isEqualTo(1);
    }

    @Test
    void rowsOnClosedDaysAndOutsideLifeAreUnexpected() {
        List<LocalDate> dates = new ArrayList<>(sessions());
        dates.add(LocalDate.of(2020, 11, 26));

        Completeness odd = Completeness.of(asset(LocalDate.of(2020, 11, 3), null), FROM, TO, dates);

        assertThat(odd.unexpected()).containsExactly(LocalDate.of(2020, 11, 2), LocalDate.of(2020, 11, 26));
    }

    @Test
    void anAssetWithoutARowIsMissingAltogether() {
        Completeness empty = Completeness.of(asset(null, null), FROM, TO, List.of());

        assertThat(empty.ratio()).isZero();
        assertThat(empty.missing()).containsExactly(new Completeness.Gap(FROM, TO, 20));
        assertThat(empty.last()).isNull();
        assertThat(empty.staleSessions()).isEqualTo(20);
    }

    @Test
    void aRangeBeforeTheListingExpectsNothingAndIsComplete() {
        assertThat(Completeness.of(asset(LocalDate.of(2021, 1, 4), null), FROM, TO, List.of())
                        .ratio())
                .isEqualTo(1);
    }

    @Test
    void severalAssetsAddUp() {
        Completeness all = Completeness.of(asset(null, null), FROM, TO, sessions());
        Completeness none = Completeness.of(asset(null, null), FROM, TO, List.of());

        assertThat(all.plus(none).ratio()).isEqualTo(0.5);
        assertThat(all.plus(none).last()).isEqualTo("2020-11-30");
    }

    private static List<LocalDate> sessions() {
        return ExchangeCalendar.UNITED_STATES.sessions(FROM, TO);
    }

    private static AssetDefinition asset(@Nullable LocalDate first, @Nullable LocalDate last) {
        return RealPrices.asset("TEST", AssetType.STOCK, first, last).definition();
    }
}
