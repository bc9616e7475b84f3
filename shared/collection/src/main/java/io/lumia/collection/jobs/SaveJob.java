package io.lumia.collection.jobs;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.jobs.JobRules.Fault;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.provider.Providers;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.schedule.RunTimesInWords;
import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.platform.schedule.ScheduleSpec;
import io.lumia.platform.schedule.When;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Saves, pauses and deletes jobs, and keeps each one's schedule with it: the row is written first, so that a schedule
 * never ticks for a job that is not there; doing it again mends what broke off in between.
 */
@Singleton
@Requires(beans = CollectionLog.class)
public final class SaveJob {

    /** The queue to which a job's schedule sends its ticks. */
    public static final String QUEUE = "plan-collection";

    /** Of a hundred ticks each, before we say that a calendar admits none of them. */
    private static final int MAX_ROUNDS = 50;

    private static final String SCHEDULE_PREFIX = "job-";
    private static final String INPUT =
            "{\"job\":\"%s\",\"scheduled_for\":\"<aws.scheduler.scheduled-time>\",\"trigger\":\"schedule\"}";

    private final CollectionLog log;
    private final Providers providers;
    private final Collection<ScheduleEngine> engines;
    private final Transactions transactions;
    private final Clock clock;

    /** @param engines one; none where nothing ticks by itself, as in a test */
    public SaveJob(
            CollectionLog log,
            Providers providers,
            Collection<ScheduleEngine> engines,
            Transactions transactions,
            Clock clock) {
        this.log = log;
        this.providers = providers;
        this.engines = List.copyOf(engines);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that is wrong with a job; empty for one that can be saved. */
    public List<Fault> faults(Job job) {
        List<String> others = providers.names().stream()
                .filter(name -> providers.capabilities(name).isEmpty())
                .toList();
        return new JobRules(providers.capabilities(), others, log.jobs()).faults(job);
    }

    /** Inserts a job, or changes the one of its name. Fails with INVALID_INPUT, naming every fault. */
    public Job save(Job job) {
        return save(job, () -> {});
    }

    /** @param withIt what belongs to it, such as its audit: both are one transaction */
    public Job save(Job job, Runnable withIt) {
        List<Fault> faults = faults(job);
        if (!faults.isEmpty()) {
            throw new AppException(
                    ErrorCode.INVALID_INPUT, faults.stream().map(Fault::message).collect(Collectors.joining("; ")));
        }
        transactions.inTransaction(() -> {
            log.saveJob(job);
            withIt.run();
        });
        Job saved = log.findJob(job.name()).orElse(job);
        schedule(saved);
        return saved;
    }

    /** Pauses or resumes a job; fails with NOT_FOUND. */
    public Job setEnabled(String name, boolean enabled) {
        return setEnabled(name, enabled, () -> {});
    }

    /** @param withIt as in {@link #save(Job, Runnable)} */
    public Job setEnabled(String name, boolean enabled, Runnable withIt) {
        Job job = get(name).withEnabled(enabled);
        transactions.inTransaction(() -> {
            log.saveJob(job);
            withIt.run();
        });
        schedule(job);
        return job;
    }

    /** Its runs stay readable. Fails with NOT_FOUND, or CONFLICT while others follow it. */
    public void delete(String name) {
        delete(name, () -> {});
    }

    /** @param withIt as in {@link #save(Job, Runnable)} */
    public void delete(String name, Runnable withIt) {
        get(name);
        List<String> followers = log.jobs().stream()
                .filter(job -> job.after().contains(name))
                .map(Job::name)
                .toList();
        if (!followers.isEmpty()) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "job '%s' is followed by %s; change those first".formatted(name, String.join(", ", followers)));
        }
        engines.forEach(engine -> engine.delete(SCHEDULE_PREFIX + name));
        transactions.inTransaction(() -> {
            log.deleteJob(name, clock.instant());
            withIt.run();
        });
    }

    public Job get(String name) {
        return log.findJob(name)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no job '%s'".formatted(name)));
    }

    /** The next times at which its schedule is due, in words; those that its calendar does not admit are left out. */
    public List<String> nextRuns(Job job, int count) {
        Instant now = clock.instant();
        return spec(job)
                .map(spec -> nextTicks(job, spec, now, count).stream()
                        .map(tick -> RunTimesInWords.of(tick, spec.zone(), now))
                        .toList())
                .orElse(List.of());
    }

    private static List<Instant> nextTicks(Job job, ScheduleSpec spec, Instant now, int count) {
        List<Instant> admitted = new ArrayList<>();
        Instant from = now;
        for (int round = 0; round < MAX_ROUNDS && admitted.size() < count; round++) {
            List<Instant> ticks = spec.nextRuns(from, ScheduleSpec.MAX_NEXT_RUNS);
            ticks.stream().filter(job.schedule()::admits).forEach(admitted::add);
            if (ticks.isEmpty()) {
                break;
            }
            from = ticks.getLast();
        }
        return admitted.subList(0, Math.min(count, admitted.size()));
    }

    private void schedule(Job job) {
        Optional<ScheduleSpec> spec = spec(job);
        for (ScheduleEngine engine : engines) {
            if (spec.isPresent()) {
                engine.put(spec.get());
            } else {
                engine.delete(SCHEDULE_PREFIX + job.name());
            }
        }
    }

    private static Optional<ScheduleSpec> spec(Job job) {
        return switch (job.schedule()) {
            case JobSchedule.Cron cron -> Optional.of(spec(job, cron.expression(), cron.zone()));
            case JobSchedule.Interval interval -> Optional.of(spec(job, rate(interval.every()), "UTC"));
            case JobSchedule.OnDemand _ -> Optional.empty();
        };
    }

    private static ScheduleSpec spec(Job job, String when, String zone) {
        return ScheduleSpec.of(SCHEDULE_PREFIX + job.name(), When.parse(when), zone, QUEUE, INPUT.formatted(job.name()))
                .withEnabled(job.enabled());
    }

    private static String rate(Duration every) {
        long minutes = every.toMinutes();
        return "rate(%d %s)".formatted(minutes, minutes == 1 ? "minute" : "minutes");
    }
}
