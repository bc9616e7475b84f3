package io.lumia.market.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.FactCalendar;
import io.lumia.market.PublicationLag;
import io.lumia.market.check.Completeness.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holes of every kind, punched into complete histories of every class by a generator with fixed seeds: all are found, and
 * none is invented. Precision and recall are 1, which is what an exact comparison says.
 */
class SeededGapsTest {

    private static final int SEEDS = 60;
    private static final AsOf NOW = AsOf.of(Instant.parse("2025-06-30T22:30:00Z"));

    /** Listed on a Tuesday, delisted on a Thursday. */
    private static final LocalDate LISTED = LocalDate.of(2018, 5, 15);

    private static final LocalDate DELISTED = LocalDate.of(2023, 8, 10);

    @ParameterizedTest
    @CsvSource({
        "STOCK,,,XNYS,true",
        "STOCK,,,XNAS,false",
        "STOCK,,,XLON,false",
        "ETF,,,ARCX,false",
        "MUTUAL_FUND,,,,false",
        "INDEX,,,,false",
        "CRYPTO,,,,false",
        "CRYPTO,,,,true",
        "FOREX,,,,false",
        "FOREX,,target,,false",
        "COMMODITY,,,,false",
        "BOND,,,,false",
        "FOREX,D,target,,false",
        "BOND,D,,,false",
        "COMMODITY,D,,,false",
        "ECONOMIC_INDICATOR,D,federal_reserve,,false",
        "ECONOMIC_INDICATOR,W,,,false",
        "ECONOMIC_INDICATOR,M,,,false",
        "ECONOMIC_INDICATOR,Q,,,false",
        "ECONOMIC_INDICATOR,A,,,false"
    })
    void findsEveryHoleAndInventsNone(
            AssetType type,
            @Nullable String frequency,
            @Nullable String calendar,
            @Nullable String mic,
            boolean delisted) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Asset asset = asset(type, frequency, calendar, mic, delisted ? DELISTED : null);
            Holed holed = Holed.of(asset, new Random(seed));

            GapReport report = GapFinder.find(asset, List.copyOf(holed.dates), null, null, NOW);

            String which = "%s %s seed %d".formatted(type, frequency, seed);
            assertThat(report.expected()).as(which).isEqualTo(holed.complete.size());
            assertThat(report.missing()).as(which).isEqualTo(holed.gaps());
            assertThat(report.missingCount()).as(which).isEqualTo(holed.holes.size());
            assertThat(report.unexpected()).as(which).containsExactlyElementsOf(holed.unexpected);
        }
    }

    private static Asset asset(
            AssetType type,
            @Nullable String frequency,
            @Nullable String calendar,
            @Nullable String mic,
            @Nullable LocalDate last) {
        Map<String, String> attributes = new HashMap<>();
        if (frequency != null) {
            attributes.put(PublicationLag.FREQUENCY, frequency);
        }
        if (calendar != null) {
            attributes.put(ExchangeCalendar.ATTRIBUTE, calendar);
        }
        AssetDefinition definition = new AssetDefinition(
                new Symbol("TEST"), "Test", type, mic, "USD", null, null, null, null, LISTED, last, "", attributes);
        AssetStatus status = last == null ? AssetStatus.ACTIVE : AssetStatus.DELISTED;
        return new Asset(1, new AssetId(new UUID(0, 1)), status, definition);
    }

    /** A history and what was done to it. */
    private static final class Holed {

        private final Random random;
        private final FactCalendar calendar;
        private final List<LocalDate> complete;
        private final SortedSet<LocalDate> holes = new TreeSet<>();
        private final SortedSet<LocalDate> dates = new TreeSet<>();
        private final SortedSet<LocalDate> unexpected = new TreeSet<>();

        private Holed(Asset asset, Random random) {
            this.random = random;
            AssetDefinition definition = asset.definition();
            List<LocalDate> aFriday = List.of(LocalDate.of(2018, 5, 18));
            this.calendar = FactCalendar.of(definition, aFriday);
            LocalDate due = calendar.lastDue(NOW);
            LocalDate last = definition.lastDate();
            this.complete = calendar.expected(LISTED, last == null ? due : last);
        }

        static Holed of(Asset asset, Random random) {
            Holed holed = new Holed(asset, random);
            holed.punchSingles();
            holed.punchRuns();
            holed.punchAroundHolidays();
            holed.punchEnds();
            holed.halt();
            holed.fill();
            holed.addUnexpected(asset.definition().lastDate());
            return holed;
        }

        private void punchSingles() {
            for (int i = random.nextInt(12); i > 0; i--) {
                punch(random.nextInt(complete.size()), 1);
            }
        }

        private void punchRuns() {
            for (int i = random.nextInt(4); i > 0; i--) {
                punch(random.nextInt(complete.size()), 2 + random.nextInt(8));
            }
        }

        /** The facts on either side of closed days. */
        private void punchAroundHolidays() {
            for (int i = 1; i < complete.size(); i++) {
                boolean longBreak = complete.get(i - 1).plusDays(4).isBefore(complete.get(i));
                if (longBreak && random.nextInt(5) == 0) {
                    punch(i - random.nextInt(2), 1);
                }
            }
        }

        private void punchEnds() {
            punch(0, random.nextInt(3));
            int atEnd = random.nextInt(3);
            punch(complete.size() - atEnd, atEnd);
        }

        private void halt() {
            if (random.nextBoolean()) {
                punch(random.nextInt(complete.size()), complete.size() / 20);
            }
        }

        private void punch(int first, int count) {
            for (int i = first; i < Math.min(first + count, complete.size()); i++) {
                holes.add(complete.get(i));
            }
        }

        /** A weekly value is now and then dated a day off, as in a week with a holiday. */
        private void fill() {
            for (LocalDate period : complete) {
                if (!holes.contains(period)) {
                    boolean isWeek = calendar instanceof FactCalendar.Weeks;
                    boolean shifted = isWeek && period.isAfter(complete.getFirst()) && random.nextInt(20) == 0;
                    dates.add(shifted ? period.minusDays(1) : period);
                }
            }
        }

        private void addUnexpected(@Nullable LocalDate delisted) {
            unexpected.add(LISTED.minusDays(1 + random.nextInt(400)));
            if (delisted != null) {
                unexpected.add(delisted.plusDays(1 + random.nextInt(400)));
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                LocalDate day = LISTED.plusDays(random.nextInt(1_900));
                if (!calendar.isPossible(day)) {
                    unexpected.add(day);
                }
            }
            dates.addAll(unexpected);
        }

        /** Neighbours in the complete history are one gap unless something unexpected lies between them. */
        private List<Gap> gaps() {
            List<Gap> gaps = new ArrayList<>();
            @Nullable LocalDate from = null;
            int count = 0;
            for (int i = 0; i < complete.size(); i++) {
                LocalDate date = complete.get(i);
                if (!holes.contains(date)) {
                    continue;
                }
                from = from == null ? date : from;
                count++;
                boolean ends = i + 1 == complete.size()
                        || !holes.contains(complete.get(i + 1))
                        || !unexpected.subSet(date, complete.get(i + 1)).isEmpty();
                if (ends) {
                    gaps.add(new Gap(from, date, count));
                    from = null;
                    count = 0;
                }
            }
            return gaps;
        }
    }
}
