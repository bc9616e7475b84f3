package io.lumia.market.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.market.ExchangeCalendar;
import io.lumia.market.FactCalendar;
import io.lumia.market.PublicationLag;
import io.lumia.market.gap.GapRequests.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sessions of New York in November and December 2020: Thanksgiving is the 26th of November. */
class GapRequestsTest {

    private static final FactCalendar SESSIONS = new FactCalendar.Sessions(ExchangeCalendar.UNITED_STATES);
    private static final List<LocalDate> EXPECTED =
            SESSIONS.expected(LocalDate.of(2020, 11, 2), LocalDate.of(2020, 12, 31));
    private static final Policy SEPARATE = new Policy(0, 0, 1_000, 100);

    @Test
    void asksForNothingWhereAllIsThere() {
        assertThat(ask(EXPECTED, List.of(), new Policy(5, 5, 1_000, 100))).isEmpty();
    }

    @Test
    void asksForAllWhereNothingIsThere() {
        assertThat(ask(List.of(), List.of(), SEPARATE)).containsExactly(range("2020-11-02", "2020-12-31"));
    }

    @Test
    void asksForEachHoleAcrossClosedDays() {
        List<LocalDate> dates = without("2020-11-10", "2020-11-25", "2020-11-27", "2020-11-30");

        assertThat(ask(dates, List.of(), SEPARATE))
                .containsExactly(range("2020-11-10", "2020-11-10"), range("2020-11-25", "2020-11-30"));
    }

    @Test
    void theNewestFactsComeWithAFewBeforeThem() {
        List<LocalDate> dates = without("2020-11-10", "2020-12-30", "2020-12-31");

        // 23, 24, 28 and 29 December are the sessions before.
        assertThat(ask(dates, List.of(), new Policy(4, 0, 1_000, 100)))
                .containsExactly(range("2020-11-10", "2020-11-10"), range("2020-12-23", "2020-12-31"));
    }

    @Test
    void anInnerHoleComesWithoutOverlap() {
        assertThat(ask(without("2020-12-30"), List.of(), new Policy(4, 0, 1_000, 100)))
                .containsExactly(range("2020-12-30", "2020-12-30"));
    }

    @Test
    void doesNotAskAgainForWhatAProviderSaidItHasNot() {
        List<LocalDate> dates = without("2020-11-10", "2020-11-11", "2020-11-12", "2020-12-31");

        assertThat(ask(dates, List.of(range("2020-11-11", "2020-11-12"), range("2020-12-31", "2021-01-05")), SEPARATE))
                .containsExactly(range("2020-11-10", "2020-11-10"));
    }

    @Test
    void joinsGapsThatAreNear() {
        List<LocalDate> dates = without("2020-11-10", "2020-11-13", "2020-11-19");

        assertThat(ask(dates, List.of(), new Policy(0, 2, 1_000, 100)))
                .containsExactly(range("2020-11-10", "2020-11-13"), range("2020-11-19", "2020-11-19"));
    }

    @Test
    void joinsTheNearestWhereThereAreTooMany() {
        List<LocalDate> dates = without("2020-11-03", "2020-11-10", "2020-11-12", "2020-12-31");

        assertThat(ask(dates, List.of(), new Policy(0, 0, 1_000, 3)))
                .containsExactly(
                        range("2020-11-03", "2020-11-03"),
                        range("2020-11-10", "2020-11-12"),
                        range("2020-12-31", "2020-12-31"));
    }

    @Test
    void splitsWhatIsLongerThanACallMayBe() {
        assertThat(ask(List.of(), List.of(), new Policy(0, 0, 30, 100)))
                .containsExactly(range("2020-11-02", "2020-12-01"), range("2020-12-02", "2020-12-31"));
        assertThat(ask(List.of(), List.of(), new Policy(0, 0, 59, 100)))
                .containsExactly(range("2020-11-02", "2020-12-30"), range("2020-12-31", "2020-12-31"));
    }

    @Test
    void aMonthIsAskedForFromItsFirstToItsLastDay() {
        FactCalendar months = new FactCalendar.Months(1, new FactCalendar.Due(PublicationLag.MONTHLY, -1));
        List<LocalDate> expected = months.expected(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 1));

        assertThat(GapRequests.of(months, expected, List.of(LocalDate.of(2020, 1, 31)), List.of(), SEPARATE))
                .containsExactly(range("2020-02-01", "2020-06-30"));
    }

    @Test
    void whateverIsMissingIsAskedForOnceAndWithinTheBounds() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Set<LocalDate> dates = new HashSet<>(EXPECTED);
            dates.removeIf(_ -> random.nextInt(4) == 0);
            Policy policy =
                    new Policy(random.nextInt(4), random.nextInt(4), 1 + random.nextInt(40), 1 + random.nextInt(6));

            List<DateRange> ranges = GapRequests.of(SESSIONS, EXPECTED, dates, List.of(), policy);

            for (LocalDate date : EXPECTED) {
                long asked =
                        ranges.stream().filter(range -> range.contains(date)).count();
                assertThat(asked).isLessThanOrEqualTo(1);
                assertThat(asked == 1 || dates.contains(date)).isTrue();
            }
            assertThat(ranges)
                    .allMatch(range ->
                            range.from().plusDays(policy.longestSpanDays()).isAfter(range.to()));
        }
    }

    @Test
    void refusesAPolicyThatCannotBe() {
        assertThatThrownBy(() -> new Policy(0, 0, 0, 1)).hasMessageContaining("longestSpanDays 0");
    }

    private static List<DateRange> ask(List<LocalDate> dates, List<DateRange> confirmedEmpty, Policy policy) {
        return GapRequests.of(SESSIONS, EXPECTED, dates, confirmedEmpty, policy);
    }

    private static List<LocalDate> without(String... days) {
        List<LocalDate> dates = new ArrayList<>(EXPECTED);
        for (String day : days) {
            dates.remove(LocalDate.parse(day));
        }
        return dates;
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
