package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactCalendarTest {

    private static final LocalDate DECEMBER = LocalDate.of(2020, 12, 1);
    private static final LocalDate JANUARY = LocalDate.of(2021, 1, 31);

    @Test
    void aWeeklySeriesIsExpectedOnTheDayOnWhichMostOfItsValuesAre() {
        List<LocalDate> thursdays =
                List.of(LocalDate.of(2020, 12, 3), LocalDate.of(2020, 12, 10), LocalDate.of(2020, 12, 16));

        FactCalendar calendar = FactCalendar.of(series("W"), thursdays);

        assertThat(calendar.expected(DECEMBER, LocalDate.of(2020, 12, 24)))
                .containsExactly(
                        LocalDate.of(2020, 12, 3),
                        LocalDate.of(2020, 12, 10),
                        LocalDate.of(2020, 12, 17),
                        LocalDate.of(2020, 12, 24));
        assertThat(calendar.periodOf(LocalDate.of(2020, 12, 16))).hasToString("2020-12-17");
        assertThat(calendar.periodOf(LocalDate.of(2020, 12, 20))).hasToString("2020-12-17");
        assertThat(calendar.periodOf(LocalDate.of(2020, 12, 21))).hasToString("2020-12-24");
    }

    @ParameterizedTest
    @CsvSource({"M,2", "Q,1", "A,1", "D,41", "W,9", "BW,0", "SA,0"})
    void hasAsManyPeriodsAsItsFrequencySays(String frequency, int periods) {
        List<LocalDate> expected = FactCalendar.of(series(frequency), List.of()).expected(DECEMBER, JANUARY);

        // Of the 44 weekdays of these two months 25 December, 1 January and 18 January (Martin Luther King) are closed.
        assertThat(expected).hasSize(periods);
    }

    @ParameterizedTest
    @CsvSource({
        "D,2024-06-11,2024-06-10",
        "W,2024-06-14,2024-05-31",
        "W,2024-06-13,2024-05-24",
        "M,2024-06-14,2024-03-01",
        "M,2024-06-15,2024-04-01", // a month and 45 days after 1 April
        "Q,2024-05-30,2023-10-01",
        "Q,2024-05-31,2024-01-01",
        "A,2024-04-29,2022-01-01",
        "A,2024-04-30,2023-01-01"
    })
    void isDueWhenItsUsualLagIsOver(String frequency, LocalDate today, LocalDate lastPeriod) {
        FactCalendar calendar = FactCalendar.of(series(frequency), List.of());

        List<LocalDate> due = calendar.expected(LocalDate.of(2022, 1, 1), calendar.lastDue(at(today)));

        assertThat(due.getLast()).isEqualTo(lastPeriod);
    }

    @Test
    void aSourceMaySayHowManyDaysItsValuesTake() {
        FactCalendar quick = FactCalendar.of(series("M", Map.of(FactCalendar.LAG_ATTRIBUTE, "14")), List.of());

        assertThat(quick.expected(LocalDate.of(2024, 4, 1), quick.lastDue(at(LocalDate.of(2024, 6, 13)))))
                .containsExactly(LocalDate.of(2024, 4, 1));
        assertThat(quick.expected(LocalDate.of(2024, 4, 1), quick.lastDue(at(LocalDate.of(2024, 6, 14)))))
                .containsExactly(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 5, 1));
        assertThatThrownBy(() -> FactCalendar.of(series("M", Map.of(FactCalendar.LAG_ATTRIBUTE, "soon")), List.of()))
                .hasMessageContaining("publication_lag_days")
                .hasMessageContaining("soon");
    }

    @Test
    void aMonthEndsBeforeTheNextOne() {
        FactCalendar quarters = FactCalendar.of(series("Q"), List.of());

        assertThat(quarters.periodOf(LocalDate.of(2024, 6, 30))).hasToString("2024-04-01");
        assertThat(quarters.endOf(LocalDate.of(2024, 4, 1))).hasToString("2024-06-30");
    }

    static AssetDefinition asset(
            AssetType type, String currency, @Nullable String frequency, @Nullable String calendar) {
        Map<String, String> attributes = new HashMap<>();
        if (frequency != null) {
            attributes.put(PublicationLag.FREQUENCY, frequency);
        }
        if (calendar != null) {
            attributes.put(ExchangeCalendar.ATTRIBUTE, calendar);
        }
        return asset(type, currency, attributes);
    }

    private static AssetDefinition series(String frequency) {
        return asset(AssetType.ECONOMIC_INDICATOR, "USD", frequency, null);
    }

    private static AssetDefinition series(String frequency, Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(more);
        attributes.put(PublicationLag.FREQUENCY, frequency);
        return asset(AssetType.ECONOMIC_INDICATOR, "USD", attributes);
    }

    private static AssetDefinition asset(AssetType type, String currency, Map<String, String> attributes) {
        return new AssetDefinition(
                new Symbol("X"), "X", type, null, currency, null, null, null, null, null, null, "", attributes);
    }

    private static AsOf at(LocalDate day) {
        return AsOf.of(Instant.parse(day + "T12:00:00Z"));
    }
}
