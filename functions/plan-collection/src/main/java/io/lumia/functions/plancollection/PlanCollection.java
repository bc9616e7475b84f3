package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Coverage;
import io.lumia.collection.Item;
import io.lumia.collection.Job;
import io.lumia.collection.Origin;
import io.lumia.collection.Run;
import io.lumia.collection.progress.RunProgress;
import io.lumia.functions.plancollection.CollectionPlan.Knowledge;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The use case: a tick → what is known of each job → what to ask for → a run, stored and asked for in one transaction. */
@Singleton
@Requires(beans = CollectionLog.class)
public final class PlanCollection {

    static final String ANNOUNCER = "lumia.plan-collection";

    private final CollectionLog log;
    private final RunProgress progress;
    private final AssetCatalog assets;
    private final Map<String, MarketDataProvider> providers;
    private final Transactions transactions;
    private final IdSource ids;
    private final Clock clock;

    public PlanCollection(
            CollectionLog log,
            RunProgress progress,
            AssetCatalog assets,
            Collection<MarketDataProvider> providers,
            Transactions transactions,
            IdSource ids,
            Clock clock) {
        this.log = log;
        this.progress = progress;
        this.assets = assets;
        this.providers = providers.stream().collect(Collectors.toMap(MarketDataProvider::name, provider -> provider));
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Plans one job, or every enabled job when none is named. A tick that comes again starts no second run. A job whose
     * source cannot be read does not keep the others from being planned; its failure is thrown after them.
     */
    public List<PlanOutcome> plan(PlanRequest request) {
        Instant tick = Optional.ofNullable(request.scheduledFor())
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MINUTES));
        List<PlanOutcome> outcomes = new ArrayList<>();
        List<AppException> failures = new ArrayList<>();
        for (Job job : jobs(request)) {
            try {
                outcomes.add(plan(job, tick, request));
            } catch (AppException e) {
                failures.add(new AppException(e.code(), "job %s: %s".formatted(job.name(), e.getMessage()), e));
            }
        }
        progress.flush();
        throwFirst(failures);
        return outcomes;
    }

    private static void throwFirst(List<AppException> failures) {
        if (!failures.isEmpty()) {
            AppException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private List<Job> jobs(PlanRequest request) {
        String name = request.job();
        if (name == null) {
            return log.jobs().stream().filter(Job::enabled).toList();
        }
        return List.of(log.findJob(name)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no job '%s'".formatted(name))));
    }

    private PlanOutcome plan(Job job, Instant tick, PlanRequest request) {
        Optional<Run> known = log.findRun(job.name(), tick);
        if (known.isPresent()) {
            return new AlreadyPlanned(job.name(), known.get().id());
        }
        ProviderCatalog catalog = provider(job).catalog(job.location());
        Origin origin =
                new Origin(job.provider(), job.location(), catalog.source().name());
        List<Request> requests = CollectionPlan.decide(knowledge(job, origin, catalog), request.from(), request.to());
        return requests.isEmpty()
                ? new NothingToDo(
                        job.name(),
                        "everything that %s can know by %s was collected"
                                .formatted(origin.sourceName(), clock.instant()))
                : store(job, tick, request.triggerOrSchedule(), origin, requests);
    }

    private PlanOutcome store(Job job, Instant tick, String trigger, Origin origin, List<Request> requests) {
        UUID runId = ids.next();
        List<Item> items =
                requests.stream().map(request -> item(runId, request)).toList();
        Run run = Run.starting(
                runId, job.name(), trigger, tick, first(requests), last(requests), clock.instant(), items.size());
        boolean started = transactions.inTransaction(() -> progress.start(ANNOUNCER, run, origin, items));
        return started
                ? new Planned(job.name(), runId, items.size())
                : new AlreadyPlanned(
                        job.name(), log.findRun(job.name(), tick).orElseThrow().id());
    }

    private Item item(UUID runId, Request request) {
        return Item.planned(ids.next(), runId, request.dataset(), request.symbols(), request.from(), request.to());
    }

    private MarketDataProvider provider(Job job) {
        MarketDataProvider provider = providers.get(job.provider());
        if (provider == null) {
            throw AppException.invalid(
                    "provider of job " + job.name(),
                    job.provider(),
                    providers.keySet().toString());
        }
        return provider;
    }

    private Knowledge knowledge(Job job, Origin origin, ProviderCatalog catalog) {
        Map<Dataset, Map<String, Coverage>> coverage = new EnumMap<>(Dataset.class);
        job.datasets().forEach(dataset -> coverage.put(dataset, log.coverage(job.name(), origin, dataset)));
        return new Knowledge(job.datasets(), catalog, coverage, calendars(catalog), AsOf.of(clock.instant()));
    }

    /** Of the symbols that our books know; a re-used one trades by the calendar of its last holder. */
    private Map<String, ExchangeCalendar> calendars(ProviderCatalog catalog) {
        Map<Symbol, String> offered = new HashMap<>();
        catalog.symbols().values().stream()
                .flatMap(Collection::stream)
                .filter(Symbol::isValid)
                .forEach(symbol -> offered.put(Symbol.parse(symbol), symbol));
        Map<String, ExchangeCalendar> calendars = new HashMap<>();
        assets.holders(offered.keySet()).forEach((symbol, holders) -> {
            AssetDefinition definition = holders.getLast().asset().definition();
            calendars.put(offered.getOrDefault(symbol, symbol.value()), ExchangeCalendar.of(definition));
        });
        return calendars;
    }

    /** Null if one asks for all there is. */
    private static @Nullable LocalDate first(List<Request> requests) {
        LocalDate first = null;
        for (Request request : requests) {
            LocalDate from = request.from();
            if (request.dataset() != Dataset.ASSETS && from == null) {
                return null;
            }
            first = from != null && (first == null || from.isBefore(first)) ? from : first;
        }
        return first;
    }

    private static LocalDate last(List<Request> requests) {
        return requests.stream().map(Request::to).max(LocalDate::compareTo).orElseThrow();
    }
}
