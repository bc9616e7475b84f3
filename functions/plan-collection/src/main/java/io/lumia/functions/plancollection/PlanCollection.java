package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.Job;
import io.lumia.collection.Origin;
import io.lumia.collection.Run;
import io.lumia.collection.progress.RunProgress;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.functions.plancollection.PlanOutcome.Skipped;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.Providers;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use case: a tick → what is known of each job → what to ask for → a run, stored and asked for in one transaction. */
@Singleton
@Requires(beans = CollectionLog.class)
public final class PlanCollection {

    static final String ANNOUNCER = "lumia.plan-collection";

    private final CollectionLog log;
    private final RunProgress progress;
    private final TickRules rules;
    private final PlanBundleJob bundleJobs;
    private final PlanWebJob webJobs;
    private final CallBudget budget;
    private final Providers providers;
    private final Transactions transactions;
    private final IdSource ids;
    private final Clock clock;

    public PlanCollection(
            CollectionLog log,
            RunProgress progress,
            TickRules rules,
            PlanBundleJob bundleJobs,
            PlanWebJob webJobs,
            CallBudget budget,
            Providers providers,
            Transactions transactions,
            IdSource ids,
            Clock clock) {
        this.log = log;
        this.progress = progress;
        this.rules = rules;
        this.bundleJobs = bundleJobs;
        this.webJobs = webJobs;
        this.budget = budget;
        this.providers = providers;
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

    /** Sends what waits to be told. */
    void flush() {
        progress.flush();
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
        if (request.isTick()) {
            Optional<String> nothing = rules.nothingBecause(job, tick);
            if (nothing.isPresent()) {
                return new NothingToDo(job.name(), nothing.get());
            }
            Optional<String> skipped = rules.skippedBecause(job);
            if (skipped.isPresent()) {
                return skip(job, tick, request, skipped.get());
            }
        }
        Draft draft = draft(job, request);
        if (!draft.requests().isEmpty()) {
            return store(job, tick, request, draft);
        }
        return draft.note().isEmpty()
                ? new NothingToDo(
                        job.name(),
                        "everything that %s can know by %s was collected"
                                .formatted(draft.origin().sourceName(), clock.instant()))
                : skip(job, tick, request, draft.note());
    }

    /** @param note for the run; empty where nothing is to be said */
    private record Draft(Origin origin, List<Request> requests, String note) {}

    private Draft draft(Job job, PlanRequest request) {
        return providers.capabilities(job.provider()).isPresent() ? webDraft(job, request) : bundleDraft(job, request);
    }

    private Draft bundleDraft(Job job, PlanRequest request) {
        ProviderCatalog catalog = provider(job).catalog(job.location());
        Origin origin =
                new Origin(job.provider(), job.location(), catalog.source().name());
        return new Draft(origin, bundleJobs.plan(job, origin, catalog, request.from(), request.to()), "");
    }

    private Draft webDraft(Job job, PlanRequest request) {
        List<Capabilities> chain = job.providers().stream()
                .flatMap(name -> providers.capabilities(name).stream())
                .toList();
        AssetPlan.Plan plan = webJobs.plan(job, chain, budget.remaining(chain), request.from(), request.to());
        String note = plan.leftOver() == 0
                ? ""
                : "%d requests of %d are left for the next run: its bounds are %d items, and the calls that %s still takes"
                        .formatted(
                                plan.leftOver(),
                                plan.leftOver() + plan.requests().size(),
                                job.limits().maxItems(),
                                job.provider());
        return new Draft(origin(job), plan.requests(), note);
    }

    private Origin origin(Job job) {
        String title =
                providers.capabilities(job.provider()).map(Capabilities::title).orElse(job.provider());
        return new Origin(job.provider(), job.location(), title, job.fallbacks());
    }

    /** Stores a run that is not to begin, and tells so. */
    PlanOutcome skip(Job job, Instant tick, PlanRequest request, String why) {
        Run run = starting(job, tick, request, List.of()).skipped(why);
        Origin origin = origin(job);
        boolean isNew = transactions.inTransaction(() -> progress.skip(ANNOUNCER, run, origin));
        return isNew ? new Skipped(job.name(), run.id(), why) : already(job, tick);
    }

    private PlanOutcome store(Job job, Instant tick, PlanRequest request, Draft draft) {
        Run run = starting(job, tick, request, draft.requests()).withNote(draft.note());
        List<Item> items =
                draft.requests().stream().map(wanted -> item(run.id(), wanted)).toList();
        boolean started = transactions.inTransaction(() -> progress.start(ANNOUNCER, run, draft.origin(), items));
        return started ? new Planned(job.name(), run.id(), items.size()) : already(job, tick);
    }

    private Run starting(Job job, Instant tick, PlanRequest request, List<Request> requests) {
        Instant now = clock.instant();
        Run run = Run.starting(
                ids.next(),
                job.name(),
                request.triggerOrSchedule(),
                tick,
                first(requests),
                requests.isEmpty() ? AsOf.of(now).dateIn(ZoneOffset.UTC) : last(requests),
                now,
                requests.size());
        UUID parent = request.parentRunId();
        return parent == null ? run : run.following(parent);
    }

    private PlanOutcome already(Job job, Instant tick) {
        return new AlreadyPlanned(
                job.name(), log.findRun(job.name(), tick).orElseThrow().id());
    }

    private Item item(UUID runId, Request request) {
        return Item.planned(
                ids.next(),
                runId,
                request.dataset(),
                request.symbols(),
                request.assetType(),
                request.from(),
                request.to());
    }

    private MarketDataProvider provider(Job job) {
        return providers.get("provider of job " + job.name(), job.provider());
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
