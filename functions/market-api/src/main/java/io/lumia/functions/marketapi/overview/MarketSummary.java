package io.lumia.functions.marketapi.overview;

import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts, groups and ranks the assets' days. Per market the session described is the newest one that at least half of its
 * assets have reached: neither a few that were collected first nor a few that stand still decide it. An asset that has not
 * reached it is stale: it is counted, and enters no return.
 */
final class MarketSummary {

    /** Below it a move says little: a few trades make it. In the main currency per session. */
    static final double LEAST_DOLLAR_VOLUME = 100_000;

    /** Fewer texts are an opinion of one author. */
    static final int LEAST_TEXTS = 2;

    /** Classifications have about a dozen; a source with more than this would make the answer endless. */
    static final int MAX_SECTORS = 40;

    static final Comparator<AssetDay> BY_SYMBOL = Comparator.comparing(AssetDay::symbol)
            .thenComparing(day -> day.asset().id().value());

    private final List<AssetDay> days;
    private final Map<ExchangeCalendar, LocalDate> sessions;
    private final @Nullable String currency;

    private MarketSummary(List<AssetDay> days, Map<ExchangeCalendar, LocalDate> sessions, @Nullable String currency) {
        this.days = days;
        this.sessions = sessions;
        this.currency = currency;
    }

    static MarketSummary of(List<AssetDay> days) {
        Map<ExchangeCalendar, LocalDate> sessions = new EnumMap<>(ExchangeCalendar.class);
        byCalendar(days).forEach((calendar, ofIt) -> session(ofIt).ifPresent(day -> sessions.put(calendar, day)));
        return new MarketSummary(List.copyOf(days), sessions, mostFrequent(days, AssetDay::currency));
    }

    private static Map<ExchangeCalendar, List<AssetDay>> byCalendar(List<AssetDay> days) {
        return days.stream().collect(Collectors.groupingBy(AssetDay::calendar, TreeMap::new, Collectors.toList()));
    }

    private static Optional<LocalDate> session(List<AssetDay> days) {
        List<LocalDate> dates = days.stream()
                .flatMap(day -> Optional.ofNullable(day.date()).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(dates.get((dates.size() - 1) / 2));
    }

    /** Of equally frequent ones the first by name. */
    private static <T extends Comparable<T>> @Nullable T mostFrequent(List<AssetDay> days, Function<AssetDay, T> what) {
        Map<T, Long> counts = days.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    List<AssetDay> days() {
        return days;
    }

    /** Of most assets: dollar volumes in another one are not comparable and enter no sum. */
    @Nullable
    String currency() {
        return currency;
    }

    /** The market that most assets trade by. */
    Optional<ExchangeCalendar> mainCalendar() {
        return Optional.ofNullable(mostFrequent(days, AssetDay::calendar));
    }

    Optional<LocalDate> session(ExchangeCalendar calendar) {
        return Optional.ofNullable(sessions.get(calendar));
    }

    /** Per market, in the calendars' order. */
    List<OverviewView.MarketFreshness> freshness(AsOf asOf) {
        return byCalendar(days).entrySet().stream()
                .map(market -> freshness(market.getKey(), market.getValue(), asOf))
                .toList();
    }

    private OverviewView.MarketFreshness freshness(ExchangeCalendar calendar, List<AssetDay> ofIt, AsOf asOf) {
        LocalDate expected = calendar.lastExpectedSession(asOf);
        long fresh = ofIt.stream().filter(day -> !isBefore(day, expected)).count();
        return new OverviewView.MarketFreshness(
                calendar.code(), sessions.get(calendar), expected, ofIt.size(), (int) fresh, ofIt.size() - (int) fresh);
    }

    private static boolean isBefore(AssetDay day, LocalDate session) {
        LocalDate date = day.date();
        return date == null || date.isBefore(session);
    }

    boolean isCurrent(AssetDay day) {
        LocalDate session = sessions.get(day.calendar());
        return session != null && !isBefore(day, session);
    }

    OverviewView.Breadth breadth() {
        List<AssetDay> current = days.stream().filter(this::isCurrent).toList();
        int up = count(current, day -> day.return1d() > 0);
        int down = count(current, day -> day.return1d() < 0);
        int same = count(current, day -> day.return1d() == 0);
        return new OverviewView.Breadth(
                days.size(), up, down, same, current.size() - up - down - same, days.size() - current.size());
    }

    private static int count(List<AssetDay> some, Predicate<AssetDay> wanted) {
        return (int) some.stream().filter(wanted).count();
    }

    /** By name, those with the most assets where there are too many to show; what has none comes last. */
    List<Sector> sectors() {
        Map<String, List<AssetDay>> named = days.stream()
                .collect(Collectors.groupingBy(MarketSummary::sectorOf, TreeMap::new, Collectors.toList()));
        List<AssetDay> unnamed = named.remove("");
        List<Sector> sectors = named.entrySet().stream()
                .map(sector -> new Sector(sector.getKey(), sector.getValue()))
                .sorted(Comparator.comparingInt(Sector::assets).reversed())
                .limit(MAX_SECTORS)
                .sorted(Comparator.comparing(sector -> String.valueOf(sector.name())))
                .collect(Collectors.toList());
        if (unnamed != null) {
            sectors.add(new Sector(null, unnamed));
        }
        return sectors;
    }

    /** Sectors beyond those that are shown. */
    int sectorsLeftOut() {
        long named = days.stream()
                .map(MarketSummary::sectorOf)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        return (int) Math.max(0, named - MAX_SECTORS);
    }

    private static String sectorOf(AssetDay day) {
        String sector = day.asset().definition().sector();
        return sector == null ? "" : sector.strip();
    }

    /** The largest moves of assets that trade enough. */
    List<AssetDay> movers(boolean up, int most) {
        Comparator<AssetDay> byReturn = Comparator.comparingDouble(AssetDay::return1d);
        return days.stream()
                .filter(this::isCurrent)
                .filter(day -> up ? day.return1d() > 0 : day.return1d() < 0)
                .filter(day -> isComparable(day) && day.dollarVolume() >= LEAST_DOLLAR_VOLUME)
                .sorted((up ? byReturn.reversed() : byReturn).thenComparing(BY_SYMBOL))
                .limit(most)
                .toList();
    }

    /** Those that were written about most positively, or most negatively. */
    List<AssetDay> loudest(boolean positive, int most) {
        Comparator<AssetDay> byScore = Comparator.comparingDouble(AssetDay::score);
        return days.stream()
                .filter(day -> day.isWrittenAbout() && day.texts() >= LEAST_TEXTS)
                .filter(day -> positive ? day.score() > 0 : day.score() < 0)
                .sorted((positive ? byScore.reversed() : byScore).thenComparing(BY_SYMBOL))
                .limit(most)
                .toList();
    }

    private boolean isComparable(AssetDay day) {
        return day.currency().equals(currency);
    }

    /** Assets of one sector. */
    final class Sector {

        private final @Nullable String name;
        private final List<AssetDay> all;
        private final List<AssetDay> current;

        private Sector(@Nullable String name, List<AssetDay> all) {
            this.name = name;
            this.all = all;
            this.current = all.stream().filter(MarketSummary.this::isCurrent).toList();
        }

        @Nullable
        String name() {
            return name;
        }

        int assets() {
            return all.size();
        }

        int stale() {
            return all.size() - current.size();
        }

        /** In the main currency per session. */
        double dollarVolume() {
            return current.stream()
                    .filter(day -> isComparable(day) && day.dollarVolume() > 0)
                    .mapToDouble(AssetDay::dollarVolume)
                    .sum();
        }

        /** NaN where nothing has both return and volume. */
        double weightedReturn() {
            double weights = 0;
            double sum = 0;
            for (AssetDay day : current) {
                if (isComparable(day) && day.dollarVolume() > 0 && !Double.isNaN(day.return1d())) {
                    weights += day.dollarVolume();
                    sum += day.dollarVolume() * day.return1d();
                }
            }
            return weights > 0 ? sum / weights : Double.NaN;
        }

        /** The mean of the two in the middle where their number is even; NaN where there is none. */
        double medianReturn() {
            double[] returns = current.stream()
                    .mapToDouble(AssetDay::return1d)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            int size = returns.length;
            return size == 0 ? Double.NaN : (returns[(size - 1) / 2] + returns[size / 2]) / 2;
        }

        int texts() {
            return MarketSummary.texts(all);
        }

        double meanScore() {
            return MarketSummary.meanScore(all);
        }

        List<AssetDay> largest(int most) {
            return current.stream()
                    .sorted(Comparator.comparing((AssetDay day) -> !isComparable(day))
                            .thenComparing(day -> Double.isNaN(day.dollarVolume()) ? 0 : -day.dollarVolume())
                            .thenComparing(BY_SYMBOL))
                    .limit(most)
                    .toList();
        }
    }

    static int texts(List<AssetDay> some) {
        return some.stream().mapToInt(AssetDay::texts).sum();
    }

    /** Each asset's score counts as often as it has texts; NaN where there are none. */
    static double meanScore(List<AssetDay> some) {
        int texts = 0;
        double sum = 0;
        for (AssetDay day : some) {
            if (day.isWrittenAbout()) {
                texts += day.texts();
                sum += day.texts() * day.score();
            }
        }
        return texts > 0 ? sum / texts : Double.NaN;
    }
}
