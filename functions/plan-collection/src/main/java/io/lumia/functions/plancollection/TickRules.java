package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.Run;
import io.lumia.collection.jobs.Followers;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a schedule's tick begins a run. Who asks by hand is not held up. */
@Singleton
@Requires(beans = CollectionLog.class)
final class TickRules {

    private final CollectionLog log;

    TickRules(CollectionLog log) {
        this.log = log;
    }

    /** Why nothing is to be done, and nobody misses a run; empty otherwise. */
    Optional<String> nothingBecause(Job job, Instant tick) {
        if (!job.enabled()) {
            return Optional.of("it is paused");
        }
        return job.schedule().admits(tick)
                ? Optional.empty()
                : Optional.of("%s is outside the %s of its calendar"
                        .formatted(
                                tick,
                                Optional.ofNullable(job.schedule().gate())
                                        .map(gate -> gate.during().code().replace('_', ' '))
                                        .orElse("times")));
    }

    /** Why a run that should be is skipped: a job that it follows did not succeed, or its run before is still open. */
    Optional<String> skippedBecause(Job job) {
        Optional<String> parents =
                job.after().isEmpty() ? Optional.empty() : Followers.whyNot(job, newestRuns(job.after()));
        return parents.or(() -> log.openRuns(job.name()).stream().findFirst().map(open -> "run %s of %s is still open"
                .formatted(open.id(), open.scheduledFor())));
    }

    Map<String, Run> newestRuns(List<String> jobs) {
        Map<String, Run> newest = new HashMap<>();
        jobs.forEach(job -> log.runs(job, 0, 1).stream().findFirst().ifPresent(run -> newest.put(job, run)));
        return newest;
    }
}
