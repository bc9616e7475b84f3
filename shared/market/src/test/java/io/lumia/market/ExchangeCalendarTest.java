package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AsOf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarTest {

    private static final ExchangeCalendar YIELDS = ExchangeCalendar.FEDERAL_RESERVE;
    private static final ExchangeCalendar US = ExchangeCalendar.UNITED_STATES;

    @Test
    void hasTheSessionsThatSpyTradedFrom1998To2021() throws IOException {
        List<LocalDate> closed = daysOf("weekdays-without-session-1998-2021.txt");

        List<LocalDate> closedByRule =
                ExchangeCalendar.WEEKDAYS.sessions(LocalDate.of(1998, 1, 2), LocalDate.of(2021, 3, 31)).stream()
                        .filter(day -> !US.isSession(day))
                        .toList();

        assertThat(closedByRule).isEqualTo(closed);
        assertThat(US.sessions(LocalDate.of(1998, 1, 2), LocalDate.of(2021, 3, 31)))
                .hasSize(5_849);
    }

    @ParameterizedTest
    @CsvSource({
        "1990,253", "1991,253", "1992,254", "1993,253", "1994,252", "1995,252", "1996,254", "1997,253", "1998,252",
        "1999,252", "2000,252", "2001,248", "2002,252", "2003,252", "2004,252", "2005,252", "2006,251", "2007,251",
        "2008,253", "2009,252", "2010,252", "2011,252", "2012,250", "2013,252", "2014,252", "2015,252", "2016,252",
        "2017,251", "2018,251", "2019,252", "2020,253", "2021,252", "2022,251", "2023,250", "2024,252", "2025,250",
        "2026,251"
    })
    void hasTheKnownNumberOfSessionsInAYear(int year, int sessions) {
        assertThat(US.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .hasSize(sessions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1994-04-27", // Nixon
                "2012-10-30", // Sandy
                "2018-12-05", // Bush
                "2022-06-20", // Juneteenth, a Sunday, observed on Monday
                "2025-01-09", // Carter
                "2021-12-24", // Christmas, a Saturday, observed on Friday
                "2026-07-03", // Independence Day, a Saturday
                "2024-03-29", // Good Friday
                "2035-03-23", // Good Friday
                "2024-12-07" // Saturday
            })
    void isClosed(LocalDate day) {
        assertThat(US.isSession(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-12-31", // New Year's Day 2011 is a Saturday and not observed
                "2021-12-31",
                "1997-01-20", // Martin Luther King, before 1998
                "2021-06-18", // Juneteenth, a Saturday, before 2022
                "2012-10-31",
                "2020-02-28"
            })
    void isOpen(LocalDate day) {
        assertThat(US.isSession(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-27,2020-11-27T18:00:00Z", // after Thanksgiving, 13:00 in winter time
        "2020-12-24,2020-12-24T18:00:00Z",
        "2019-07-03,2019-07-03T17:00:00Z", // summer time
        "2013-07-03,2013-07-03T17:00:00Z", // a Wednesday: early since 2013
        "2002-07-03,2002-07-03T20:00:00Z",
        "2002-07-05,2002-07-05T17:00:00Z", // before 2013 the Friday after a Thursday holiday
        "1999-12-31,1999-12-31T18:00:00Z",
        "2020-03-06,2020-03-06T21:00:00Z",
        "2020-03-09,2020-03-09T20:00:00Z", // clocks moved on Sunday
        "2020-02-28,2020-02-28T21:00:00Z"
    })
    void closesAt(LocalDate session, Instant close) {
        assertThat(US.closeInstant(session)).isEqualTo(close);
    }

    @Test
    void aBarIsPublicFromTheCloseOnAndNotBefore() {
        assertThat(US.lastClosedSession(AsOf.of(Instant.parse("2020-11-27T17:59:59Z"))))
                .hasToString("2020-11-25");
        assertThat(US.lastClosedSession(AsOf.of(Instant.parse("2020-11-27T18:00:00Z"))))
                .hasToString("2020-11-27");
        assertThat(US.lastClosedSession(AsOf.of(Instant.parse("2001-09-16T12:00:00Z"))))
                .hasToString("2001-09-10");
    }

    @Test
    void stepsAcrossClosedDays() {
        assertThat(US.nextSession(LocalDate.of(2001, 9, 10))).hasToString("2001-09-17");
        assertThat(US.previousSession(LocalDate.of(2012, 10, 31))).hasToString("2012-10-26");
    }

    @Test
    void cryptoTradesEveryDayUntilMidnightUtc() {
        ExchangeCalendar crypto = ExchangeCalendar.of(AssetType.CRYPTO, null);

        assertThat(crypto.isSession(LocalDate.of(2024, 12, 7))).isTrue();
        assertThat(crypto.lastClosedSession(AsOf.of(Instant.parse("2024-12-08T00:00:00Z"))))
                .hasToString("2024-12-07");
        assertThat(crypto.lastClosedSession(AsOf.of(Instant.parse("2024-12-07T23:59:59Z"))))
                .hasToString("2024-12-06");
    }

    @Test
    void currenciesTradeOnNewYorkHolidaysAndAreMissedThenExceptAtChristmasAndNewYear() {
        ExchangeCalendar currencies = ExchangeCalendar.of(AssetType.FOREX, null);

        assertThat(currencies.expects(LocalDate.of(2020, 11, 26))).isTrue();
        assertThat(currencies.isSession(LocalDate.of(2020, 12, 25))).isTrue();
        assertThat(currencies.expects(LocalDate.of(2020, 12, 25))).isFalse();
        assertThat(currencies.isSession(LocalDate.of(2024, 12, 7))).isFalse();
    }

    @Test
    void aCurrencyWeekEndsOnFridayAtFiveInNewYork() {
        ExchangeCalendar currencies = ExchangeCalendar.of(AssetType.FOREX, null);

        assertThat(currencies.lastClosedSession(AsOf.of(Instant.parse("2024-12-06T21:59:59Z"))))
                .hasToString("2024-12-05");
        assertThat(currencies.lastClosedSession(AsOf.of(Instant.parse("2024-12-06T22:00:00Z"))))
                .hasToString("2024-12-06");
        assertThat(currencies.lastClosedSession(AsOf.of(Instant.parse("2024-12-09T21:59:59Z"))))
                .hasToString("2024-12-06");
    }

    @Test
    void futuresAreBelievedOnWeekdaysAndMissedOnSessionsOfNewYork() {
        ExchangeCalendar futures = ExchangeCalendar.of(AssetType.COMMODITY, null);
        LocalDate thanksgiving = LocalDate.of(2020, 11, 26);

        assertThat(futures.isSession(thanksgiving)).isTrue();
        assertThat(futures.expects(thanksgiving)).isFalse();
        assertThat(futures.expects(LocalDate.of(2020, 11, 27))).isTrue();
    }

    @Test
    void referenceRatesComeOnExactlyTheDaysOfTheEuropeanCentralBank() throws IOException {
        List<LocalDate> without = daysOf("weekdays-without-ecb-rates-1999-2024.txt");

        List<LocalDate> closedByRule =
                ExchangeCalendar.WEEKDAYS.sessions(LocalDate.of(1999, 1, 4), LocalDate.of(2024, 12, 31)).stream()
                        .filter(day -> !ExchangeCalendar.TARGET.isSession(day))
                        .toList();

        assertThat(closedByRule).isEqualTo(without);
    }

    @Test
    void yieldsAreExpectedOnAllDaysThatHaveOneButGoodFridays() throws IOException {
        Set<LocalDate> without = Set.copyOf(daysOf("weekdays-without-dgs10-1990-2024.txt"));
        List<LocalDate> weekdays =
                ExchangeCalendar.WEEKDAYS.sessions(LocalDate.of(1990, 1, 2), LocalDate.of(2024, 6, 28));

        List<LocalDate> blamed = weekdays.stream()
                .filter(day -> without.contains(day) && YIELDS.expects(day))
                .toList();
        List<LocalDate> notMissed = weekdays.stream()
                .filter(day -> !without.contains(day) && !YIELDS.expects(day))
                .toList();

        assertThat(blamed).isEmpty();
        assertThat(notMissed).allMatch(day -> day.equals(Holidays.goodFriday(day.getYear())));
        assertThat(notMissed)
                .extracting(LocalDate::getYear)
                .containsExactly(1996, 1999, 2007, 2010, 2012, 2015, 2021, 2023);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-13,false", // Columbus Day, when New York's exchanges trade
        "2025-11-11,false", // Veterans Day
        "2023-11-10,true", // Veterans Day on Saturday is not observed
        "2022-06-20,false", // Juneteenth on Sunday
        "2021-06-18,true",
        "2025-01-09,true" // mourning: exchanges closed, bonds until 14:00
    })
    void theFederalReserveHasHolidaysOfItsOwn(LocalDate day, boolean expected) {
        assertThat(YIELDS.expects(day)).isEqualTo(expected);
        assertThat(YIELDS.isSession(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FOREX,USD,,,CURRENCIES",
        "FOREX,USD,D,,BANK_DAYS",
        "FOREX,USD,D,target,TARGET",
        "BOND,USD,D,,FEDERAL_RESERVE",
        "BOND,EUR,D,,BANK_DAYS",
        "COMMODITY,USD,,,WEEKDAYS",
        "COMMODITY,USD,,united_states,UNITED_STATES",
        "ECONOMIC_INDICATOR,USD,D,,BANK_DAYS",
        "INDEX,USD,D,,UNITED_STATES",
        "CRYPTO,USD,,,DAILY",
        "MUTUAL_FUND,USD,,,UNITED_STATES"
    })
    void isPickedByTypeAndByWhatTheSourceSays(
            AssetType type,
            String currency,
            @Nullable String frequency,
            @Nullable String calendar,
            ExchangeCalendar expected) {
        assertThat(ExchangeCalendar.of(FactCalendarTest.asset(type, currency, frequency, calendar)))
                .isEqualTo(expected);
    }

    @Test
    void aCalendarThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> ExchangeCalendar.of(FactCalendarTest.asset(AssetType.BOND, "EUR", "D", "mars")))
                .hasMessageContaining("calendar")
                .hasMessageContaining("mars")
                .hasMessageContaining("target");
    }

    @Test
    void aMarketOutsideTheUnitedStatesIsBelievedOnEveryWeekday() {
        assertThat(ExchangeCalendar.of(AssetType.STOCK, "XLON")).isEqualTo(ExchangeCalendar.WEEKDAYS);
        assertThat(ExchangeCalendar.of(AssetType.STOCK, "XNAS")).isEqualTo(US);
        assertThat(ExchangeCalendar.of(AssetType.MUTUAL_FUND, null)).isEqualTo(US);
    }

    @Test
    void earlyClosesAreFewAndOnKnownDays() {
        Map<Integer, Long> perYear = US.sessions(LocalDate.of(1993, 1, 1), LocalDate.of(2035, 12, 31)).stream()
                .filter(day -> UsMarketDays.closeOf(day).getHour() < 16)
                .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));

        assertThat(perYear.values()).allMatch(count -> count >= 1 && count <= 5);
        assertThat(perYear).containsEntry(2023, 2L).containsEntry(2024, 3L).containsEntry(2025, 3L);
    }

    private static List<LocalDate> daysOf(String file) throws IOException {
        try (InputStream resource = ExchangeCalendarTest.class.getResourceAsStream("/calendar/" + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LocalDate::parse)
                    .toList();
        }
    }
}
