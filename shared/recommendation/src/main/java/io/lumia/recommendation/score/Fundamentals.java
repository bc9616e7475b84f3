package io.lumia.recommendation.score;

import io.lumia.market.Fundamental;
import io.lumia.market.ReportedNumbers.Length;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a company had reported by a session. Of a period that was reported more than once the newest report counts. A year's figure is
 * that of a period of a year, or the sum of four quarters in a row where these end later. NaN stands for what is not known.
 */
public final class Fundamentals {

    private static final int QUARTERS = 4;

    /** Fiscal years end on about the same day; retailers' move by a week. */
    private static final int TOLERATED_DAYS = 20;

    private final SnapshotAsset asset;
    private final LocalDate session;
    private final int staleDays;
    private final Map<String, TreeMap<Period, Fundamental>> byMetric = new HashMap<>();

    /** From the newest period's end to the oldest. */
    private record Period(LocalDate end, LocalDate start) implements Comparable<Period> {
        @Override
        public int compareTo(Period other) {
            int byEnd = other.end.compareTo(end);
            return byEnd == 0 ? other.start.compareTo(start) : byEnd;
        }

        long days() {
            return ChronoUnit.DAYS.between(start, end);
        }
    }

    /**
     * A figure and what it was made of.
     *
     * @param end     of its period
     * @param sources one report, or those of four quarters
     */
    public record Figure(double value, LocalDate end, List<Fundamental> sources) {
        public Figure {
            sources = List.copyOf(sources);
        }
    }

    /** @param staleDays a period that ended so many days before the session is not counted */
    public Fundamentals(SnapshotAsset asset, LocalDate session, int staleDays) {
        this.asset = asset;
        this.session = session;
        this.staleDays = staleDays;
        for (Fundamental fact : asset.facts()) {
            if (!fact.reportedAt().isAfter(session)) {
                byMetric.computeIfAbsent(fact.metric(), _ -> new TreeMap<>())
                        .merge(new Period(fact.periodEnd(), fact.periodStart()), fact, Fundamentals::newer);
            }
        }
    }

    private static Fundamental newer(Fundamental a, Fundamental b) {
        return b.reportedAt().isBefore(a.reportedAt()) ? a : b;
    }

    /** Shares outstanding as last reported, in the share units of the session, × the last close; NaN where not known. */
    public double marketCap() {
        return shares().map(figure -> figure.value()
                        * asset.splitsSince(figure.end())
                        * asset.prices().lastClose())
                .orElse(Double.NaN);
    }

    /** Shares outstanding as reported. */
    public Optional<Figure> shares() {
        return asset.prices().isEmpty() ? Optional.empty() : balance("shares_outstanding");
    }

    /** The newest figure of a balance sheet. */
    public Optional<Figure> balance(String metric) {
        return facts(metric).values().stream()
                .filter(fact -> isFresh(fact.periodEnd()))
                .map(fact -> new Figure(fact.value(), fact.periodEnd(), List.of(fact)))
                .findFirst();
    }

    /** The newest year's figure of an income or cash flow statement. */
    public Optional<Figure> year(String metric) {
        return year(metric, null).filter(figure -> isFresh(figure.end()));
    }

    /** The figure of the year before another one's. */
    public Optional<Figure> yearBefore(String metric, Figure figure) {
        return year(metric, figure.end().minusYears(1));
    }

    private boolean isFresh(LocalDate end) {
        return ChronoUnit.DAYS.between(end, session) < staleDays;
    }

    private Map<Period, Fundamental> facts(String metric) {
        TreeMap<Period, Fundamental> facts = byMetric.get(metric);
        return facts == null ? Map.of() : facts;
    }

    /** @param end about when it must end; null for the newest */
    private Optional<Figure> year(String metric, @Nullable LocalDate end) {
        Optional<Figure> whole = facts(metric).entrySet().stream()
                .filter(entry -> Length.YEAR.holds(entry.getKey().days()))
                .filter(entry -> isAbout(entry.getKey().end(), end))
                .map(entry ->
                        new Figure(entry.getValue().value(), entry.getKey().end(), List.of(entry.getValue())))
                .findFirst();
        Optional<Figure> summed = fourQuarters(metric, end);
        boolean newer = summed.isPresent()
                && whole.map(figure -> figure.end().isBefore(summed.get().end()))
                        .orElse(true);
        return newer ? summed : whole;
    }

    private static boolean isAbout(LocalDate end, @Nullable LocalDate wanted) {
        return wanted == null || Math.abs(ChronoUnit.DAYS.between(end, wanted)) <= TOLERATED_DAYS;
    }

    private Optional<Figure> fourQuarters(String metric, @Nullable LocalDate end) {
        List<Fundamental> quarters = new ArrayList<>();
        for (var entry : facts(metric).entrySet()) {
            Period period = entry.getKey();
            boolean quarter = Length.QUARTER.holds(period.days());
            boolean next = quarters.isEmpty()
                    ? isAbout(period.end(), end)
                    : isAbout(period.end(), quarters.getLast().periodStart());
            if (quarter && next) {
                quarters.add(entry.getValue());
            }
            if (quarters.size() == QUARTERS) {
                double sum = quarters.stream().mapToDouble(Fundamental::value).sum();
                return Optional.of(new Figure(sum, quarters.getFirst().periodEnd(), quarters));
            }
        }
        return Optional.empty();
    }
}
