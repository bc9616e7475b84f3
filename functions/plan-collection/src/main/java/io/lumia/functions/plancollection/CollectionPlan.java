package io.lumia.functions.plancollection;

import io.lumia.collection.Coverage;
import io.lumia.collection.Stage;
import io.lumia.kernel.AsOf;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.provider.ProviderCatalog;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to ask for. Pure: the same knowledge gives the same requests.
 *
 * <p>A symbol's facts are asked for from the beginning the first time, then from a little before the day up to which they
 * were collected, to the last session of its exchange that had closed by now and that the source can know of. The overlap
 * brings late corrections. A symbol that our books did not know when it was collected first begins anew once they do.
 */
final class CollectionPlan {

    /** Sessions that are asked for again with every run: most corrections of a price come within a week. */
    static final int OVERLAP_SESSIONS = 5;

    /** A yearly value is dated with its year's first day and may come more than a year after that. */
    static final int OBSERVATION_OVERLAP_DAYS = 500;

    /** Reports are dated with the day on which they became public; a source may bring them a quarter later. */
    static final int FUNDAMENTAL_OVERLAP_DAYS = 100;

    /** Stories of a day may come into a bundle a few days late. */
    static final int ARTICLE_OVERLAP_DAYS = 7;

    /** An item is one file and one transaction: ten years of bars of so many assets are 60,000 rows. */
    static final int SYMBOLS_PER_ITEM = 25;

    /** Descriptions are short. */
    static final int ASSETS_PER_ITEM = 1_000;

    /** A source that is dated with a day knows up to its last second; a day that ends at midnight has closed then. */
    private static final Duration LAST_SECOND = Duration.ofSeconds(1);

    private final Knowledge knowledge;
    private final @Nullable LocalDate wantedFrom;
    private final @Nullable LocalDate wantedTo;

    /**
     * What the decision rests on.
     *
     * @param datasets  the job's, in any order
     * @param catalog   what the source offers
     * @param coverage  what was collected, by dataset and symbol
     * @param calendars of the symbols that our books know; others may trade by any
     * @param now       the planner's clock
     */
    record Knowledge(
            List<Dataset> datasets,
            ProviderCatalog catalog,
            Map<Dataset, Map<String, Coverage>> coverage,
            Map<String, ExchangeCalendar> calendars,
            AsOf now) {}

    private record Range(@Nullable LocalDate from, LocalDate to) {}

    private CollectionPlan(Knowledge knowledge, @Nullable LocalDate wantedFrom, @Nullable LocalDate wantedTo) {
        this.knowledge = knowledge;
        this.wantedFrom = wantedFrom;
        this.wantedTo = wantedTo;
    }

    /**
     * The requests in the order of their stages; none if there is nothing new to ask for.
     *
     * @param wantedFrom collect from here, whatever was collected
     * @param wantedTo   collect no further than here
     */
    static List<Request> decide(Knowledge knowledge, @Nullable LocalDate wantedFrom, @Nullable LocalDate wantedTo) {
        return new CollectionPlan(knowledge, wantedFrom, wantedTo).requests();
    }

    private List<Request> requests() {
        List<Request> dated = knowledge.datasets().stream()
                .filter(dataset -> dataset != Dataset.ASSETS)
                .sorted()
                .flatMap(dataset -> datedRequests(dataset).stream())
                .toList();
        List<Request> all = new ArrayList<>(assetRequests(!dated.isEmpty()));
        all.addAll(dated);
        return all;
    }

    /** Descriptions have no dates: all are asked for whenever something else is, or when one has never been. */
    private List<Request> assetRequests(boolean withFacts) {
        List<String> symbols = offered(Dataset.ASSETS);
        LocalDate to = limited(anyCalendarsLast());
        Map<String, Coverage> covered = coverageOf(Dataset.ASSETS);
        boolean isNew = symbols.stream().anyMatch(symbol -> !covered.containsKey(symbol));
        return withFacts || isNew ? chunks(Dataset.ASSETS, symbols, new Range(null, to)) : List.of();
    }

    private List<Request> datedRequests(Dataset dataset) {
        Map<Range, List<String>> byRange = new LinkedHashMap<>();
        Map<String, Coverage> covered = coverageOf(dataset);
        for (String symbol : offered(dataset)) {
            range(dataset, symbol, Optional.ofNullable(covered.get(symbol)))
                    .ifPresent(range -> byRange.computeIfAbsent(range, _ -> new ArrayList<>())
                            .add(symbol));
        }
        return byRange.entrySet().stream()
                .flatMap(entry -> chunks(dataset, entry.getValue(), entry.getKey()).stream())
                .toList();
    }

    private Optional<Range> range(Dataset dataset, String symbol, Optional<Coverage> covered) {
        @Nullable ExchangeCalendar calendar = knowledge.calendars().get(symbol);
        LocalDate to = limited(calendar == null ? anyCalendarsLast() : lastKnowable(calendar));
        if (wantedFrom != null) {
            return wantedFrom.isAfter(to) ? Optional.empty() : Optional.of(new Range(wantedFrom, to));
        }
        if (covered.isEmpty() || !covered.get().known() && calendar != null) {
            return Optional.of(new Range(null, to));
        }
        LocalDate collectedTo = covered.get().collectedTo();
        if (!collectedTo.isBefore(to)) {
            return Optional.empty();
        }
        return Optional.of(new Range(overlapping(dataset, calendar, collectedTo), to));
    }

    private static LocalDate overlapping(Dataset dataset, @Nullable ExchangeCalendar calendar, LocalDate collectedTo) {
        return switch (dataset) {
            case ASSETS, BARS, ACTIONS ->
                sessionsBefore(calendar == null ? ExchangeCalendar.WEEKDAYS : calendar, collectedTo);
            case OBSERVATIONS -> collectedTo.minusDays(OBSERVATION_OVERLAP_DAYS);
            case ARTICLES -> collectedTo.minusDays(ARTICLE_OVERLAP_DAYS);
            case FUNDAMENTALS, FILINGS, COMPANY_FACTS -> collectedTo.minusDays(FUNDAMENTAL_OVERLAP_DAYS);
        };
    }

    /** The first of the {@link #OVERLAP_SESSIONS} sessions up to and including a day. */
    private static LocalDate sessionsBefore(ExchangeCalendar calendar, LocalDate day) {
        LocalDate session = day.plusDays(1);
        for (int i = 0; i < OVERLAP_SESSIONS; i++) {
            session = calendar.previousSession(session);
        }
        return session;
    }

    private LocalDate lastKnowable(ExchangeCalendar calendar) {
        LocalDate closed = calendar.lastClosedSession(knowledge.now());
        LocalDate told = calendar.lastClosedSession(
                AsOf.of(knowledge.catalog().source().asOf().plus(LAST_SECOND)));
        return closed.isBefore(told) ? closed : told;
    }

    /** For symbols whose exchange is not known: the latest of all calendars. */
    private LocalDate anyCalendarsLast() {
        LocalDate us = lastKnowable(ExchangeCalendar.UNITED_STATES);
        LocalDate daily = lastKnowable(ExchangeCalendar.DAILY);
        return us.isAfter(daily) ? us : daily;
    }

    private LocalDate limited(LocalDate last) {
        return wantedTo != null && wantedTo.isBefore(last) ? wantedTo : last;
    }

    private List<String> offered(Dataset dataset) {
        return knowledge.datasets().contains(dataset)
                ? knowledge.catalog().symbols().getOrDefault(dataset, List.of())
                : List.of();
    }

    private Map<String, Coverage> coverageOf(Dataset dataset) {
        return knowledge.coverage().getOrDefault(dataset, Map.of());
    }

    private static List<Request> chunks(Dataset dataset, Collection<String> symbols, Range range) {
        int size = Stage.of(dataset) == Stage.ASSETS ? ASSETS_PER_ITEM : SYMBOLS_PER_ITEM;
        List<String> all = List.copyOf(symbols);
        List<Request> requests = new ArrayList<>();
        for (int start = 0; start < all.size(); start += size) {
            List<String> chunk = all.subList(start, Math.min(start + size, all.size()));
            requests.add(new Request(dataset, chunk, range.from(), range.to()));
        }
        return requests;
    }
}
