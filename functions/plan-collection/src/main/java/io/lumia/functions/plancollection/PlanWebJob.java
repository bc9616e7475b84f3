package io.lumia.functions.plancollection;

import io.lumia.collection.AskedRange;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.functions.plancollection.AssetPlan.Bounds;
import io.lumia.functions.plancollection.AssetPlan.DateRange;
import io.lumia.functions.plancollection.AssetPlan.Wanted;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.BarDates;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.FactCalendar;
import io.lumia.market.ObservationDates;
import io.lumia.market.RereadRequest;
import io.lumia.market.RereadRequests;
import io.lumia.market.gap.GapReport;
import io.lumia.market.gap.GapReports;
import io.lumia.market.gap.GapRequests;
import io.lumia.market.provider.web.Capabilities;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what is known about the assets of a job of web providers, and has {@link AssetPlan} decide. */
@Singleton
@Requires(beans = {CollectionLog.class, BarDates.class})
final class PlanWebJob {

    /**
     * Five sessions before the newest bring late corrections; gaps less than a month apart are one call; adapters cut long
     * ranges into pages themselves.
     */
    private static final GapRequests.Policy POLICY = new GapRequests.Policy(5, 20, 40_000, 10);

    /** Of one run; the rest waits for the next. */
    private static final int MOST_REREADS = 1_000;

    /** Values of series are revised for longer than a year. */
    private static final int OBSERVATION_OVERLAP_DAYS = 500;

    private final CollectionLog log;
    private final AssetCatalog catalog;
    private final GapReports gaps;
    private final RereadRequests rereads;
    private final Clock clock;

    PlanWebJob(
            CollectionLog log,
            AssetCatalog catalog,
            BarDates barDates,
            ObservationDates observationDates,
            RereadRequests rereads,
            Clock clock) {
        this.log = log;
        this.catalog = catalog;
        this.gaps = new GapReports(barDates, observationDates);
        this.rereads = rereads;
        this.clock = clock;
    }

    /**
     * @param chain what the job's providers declare, in the order in which they are asked
     * @param calls that they still take today
     * @param from  fill gaps from here only, null for all
     * @param to    and up to here
     */
    AssetPlan.Plan plan(
            Job job, List<Capabilities> chain, int calls, @Nullable LocalDate from, @Nullable LocalDate to) {
        AsOf now = AsOf.of(clock.instant());
        LocalDate today = now.dateIn(ZoneOffset.UTC);
        Bounds bounds =
                new Bounds(job.limits().maxItems(), Math.min(calls, job.limits().maxCalls()), today, from, to);
        if (isWholeSource(job, chain)) {
            return AssetPlan.decide(job, chain, List.of(wholeSource(today)), bounds);
        }
        Map<Symbol, List<SymbolHolder>> holders = holders(job);
        List<Wanted> wanted = new ArrayList<>(known(job, holders, from, now));
        job.assets().symbols().stream()
                .filter(symbol -> !holders.containsKey(Symbol.parse(symbol)))
                .forEach(symbol -> wanted.add(stranger(job, symbol, now)));
        return AssetPlan.decide(job, chain, wanted, bounds);
    }

    private static boolean isWholeSource(Job job, List<Capabilities> chain) {
        return !job.location().isEmpty()
                && chain.stream()
                        .filter(declared -> declared.provider().equals(job.provider()))
                        .noneMatch(declared -> declared.locations().isPerSymbol(job.location()));
    }

    /** Of the symbols that the job names. */
    private Map<Symbol, List<SymbolHolder>> holders(Job job) {
        return catalog.holders(
                job.assets().symbols().stream().map(Symbol::parse).toList());
    }

    private List<Wanted> known(Job job, Map<Symbol, List<SymbolHolder>> holders, @Nullable LocalDate from, AsOf now) {
        List<Asset> assets = assets(job, holders).stream()
                .filter(asset -> asset.status() == AssetStatus.ACTIVE)
                .toList();
        Map<Dataset, Map<String, List<AskedRange>>> asked = asked(job, assets);
        Map<Asset, List<LocalDate>> dates = gaps.dates(assets, null, null);
        // As if our books had nothing of it: a source that adjusts has told all of its bars anew.
        Set<AssetId> told =
                rereads.waiting(MOST_REREADS).stream().map(RereadRequest::asset).collect(Collectors.toSet());
        dates.replaceAll((asset, known) -> told.contains(asset.id()) ? List.of() : known);
        return gaps.of(assets, dates, null, null, now).stream()
                .map(report -> wanted(report, dates.getOrDefault(report.asset(), List.of()), asked, from, now))
                .toList();
    }

    /** A symbol means the asset that has it now or had it last, so that a renamed one goes on under its new name. */
    private List<Asset> assets(Job job, Map<Symbol, List<SymbolHolder>> holders) {
        if (job.assets().symbols().isEmpty()) {
            return catalog.all(List.copyOf(job.assets().types()));
        }
        return job.assets().symbols().stream()
                .map(symbol -> holders.getOrDefault(Symbol.parse(symbol), List.of()))
                .filter(ofSymbol -> !ofSymbol.isEmpty())
                .map(ofSymbol -> ofSymbol.getLast().asset())
                .distinct()
                .toList();
    }

    private Map<Dataset, Map<String, List<AskedRange>>> asked(Job job, List<Asset> assets) {
        List<String> symbols = assets.stream()
                .map(asset -> asset.definition().symbol().value())
                .toList();
        Map<Dataset, Map<String, List<AskedRange>>> asked = new java.util.EnumMap<>(Dataset.class);
        for (Dataset dataset : List.of(Dataset.BARS, Dataset.OBSERVATIONS)) {
            if (job.datasets().contains(dataset) && !symbols.isEmpty()) {
                asked.put(dataset, log.askedRanges(dataset, symbols));
            }
        }
        return asked;
    }

    private Wanted wanted(
            GapReport report,
            List<LocalDate> dates,
            Map<Dataset, Map<String, List<AskedRange>>> asked,
            @Nullable LocalDate from,
            AsOf now) {
        Asset asset = report.asset();
        boolean isSeries = FactCalendar.isSeries(asset.definition());
        Dataset dataset = isSeries ? Dataset.OBSERVATIONS : Dataset.BARS;
        LocalDate last = last(asset.definition().type(), asset, now);
        String symbol = asset.definition().symbol().value();
        List<AskedRange> answers = asked.getOrDefault(dataset, Map.of()).getOrDefault(symbol, List.of());
        List<DateRange> ranges = dates.isEmpty()
                ? List.of(new DateRange(null, last))
                : isSeries
                        ? series(report, dates, answers, from, last, now)
                        : missing(report, dates, answers, from, now);
        return new Wanted(
                symbol,
                asset.definition().type(),
                true,
                Map.of(dataset, ranges, Dataset.ACTIONS, ranges),
                last,
                answers.stream()
                        .map(AskedRange::endedAt)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private static List<DateRange> missing(
            GapReport report,
            List<LocalDate> dates,
            List<AskedRange> answers,
            @Nullable LocalDate wantedFrom,
            AsOf now) {
        LocalDate from = beginning(report, wantedFrom);
        LocalDate to = report.to();
        if (from == null || to == null || to.isBefore(from)) {
            return List.of();
        }
        FactCalendar calendar = FactCalendar.of(report.asset().definition(), dates);
        List<LocalDate> expected = calendar.expected(from, to);
        Set<LocalDate> settled = new HashSet<>(dates);
        List<LocalDate> lacking =
                expected.stream().filter(date -> !settled.contains(date)).toList();
        settled.addAll(ConfirmedHoles.among(lacking, answers, now.instant()));
        return GapRequests.of(calendar, expected, settled, List.of(), POLICY).stream()
                .map(range -> new DateRange(range.from(), range.to()))
                .toList();
    }

    /** Who fills gaps from an earlier day on wants what lies before the first fact as well, unless the asset began with it. */
    private static @Nullable LocalDate beginning(GapReport report, @Nullable LocalDate wantedFrom) {
        LocalDate known = report.from();
        boolean isEarlier = known != null
                && wantedFrom != null
                && wantedFrom.isBefore(known)
                && report.asset().definition().firstDate() == null;
        return isEarlier ? wantedFrom : known;
    }

    /** Values come before they are due, and are revised: the end is always asked for. */
    private static List<DateRange> series(
            GapReport report,
            List<LocalDate> dates,
            List<AskedRange> answers,
            @Nullable LocalDate from,
            LocalDate last,
            AsOf now) {
        LocalDate tail = dates.getLast().minusDays(OBSERVATION_OVERLAP_DAYS);
        List<DateRange> ranges = new ArrayList<>(missing(report, dates, answers, from, now).stream()
                .filter(range -> range.to().isBefore(tail))
                .toList());
        ranges.add(new DateRange(tail, last));
        return ranges;
    }

    /** A feed is read as a whole, whoever it is about. */
    private static Wanted wholeSource(LocalDate today) {
        return new Wanted(Dataset.ANY_SYMBOL, null, true, Map.of(), today);
    }

    private static Wanted stranger(Job job, String symbol, AsOf now) {
        AssetType type = job.assets().onlyType();
        return new Wanted(symbol, type, false, Map.of(), last(type, null, now));
    }

    /** The last day of which there can be something by now. */
    private static LocalDate last(@Nullable AssetType type, @Nullable Asset asset, AsOf now) {
        if (asset != null && FactCalendar.isSeries(asset.definition())) {
            return now.dateIn(ZoneOffset.UTC);
        }
        ExchangeCalendar calendar = asset != null
                ? ExchangeCalendar.of(asset.definition())
                : ExchangeCalendar.of(type == null ? AssetType.STOCK : type, null);
        return calendar.lastClosedSession(now);
    }
}
