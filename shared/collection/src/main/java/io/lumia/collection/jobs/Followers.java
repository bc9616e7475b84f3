package io.lumia.collection.jobs;

import io.lumia.collection.Job;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who begins after whom. A job that follows others begins when each of them has ended a run since the job's own last one:
 * with success, then it runs; or not, then its run is skipped and says which of them did not succeed, and in turn tells
 * those that follow it. A partial run is no success.
 */
public final class Followers {

    private Followers() {}

    /** What a job that follows others should do now. */
    public sealed interface Decision {

        /** Some parent has not ended a new run yet. */
        record Wait() implements Decision {}

        /**
         * All parents have succeeded.
         *
         * @param tick the newest of their ticks, by which the run is known
         */
        record Begin(Instant tick) implements Decision {}

        /** All parents have ended, not all with success. */
        record Skip(Instant tick, String why) implements Decision {}
    }

    /** Jobs that name a job as one to follow; paused ones do not. */
    public static List<Job> of(String jobName, Collection<Job> jobs) {
        return jobs.stream()
                .filter(Job::enabled)
                .filter(job -> job.after().contains(jobName))
                .toList();
    }

    /**
     * @param newestRuns the newest run of each parent, absent for one that never ran
     * @param lastTick   of the follower's own newest run; null if it never ran
     */
    public static Decision decide(Job follower, Map<String, Run> newestRuns, @Nullable Instant lastTick) {
        Instant tick = Instant.MIN;
        for (String parent : follower.after()) {
            Run run = newestRuns.get(parent);
            if (run == null || run.status() == RunStatus.RUNNING || isOld(run, lastTick)) {
                return new Decision.Wait();
            }
            tick = run.scheduledFor().isAfter(tick) ? run.scheduledFor() : tick;
        }
        Instant newest = tick;
        return whyNot(follower, newestRuns)
                .<Decision>map(why -> new Decision.Skip(newest, why))
                .orElseGet(() -> new Decision.Begin(newest));
    }

    /** Which of the parents did not succeed; empty when all have. */
    public static Optional<String> whyNot(Job follower, Map<String, Run> newestRuns) {
        for (String parent : follower.after()) {
            Run run = newestRuns.get(parent);
            if (run == null) {
                return Optional.of("%s, which it follows, has never run".formatted(parent));
            }
            if (run.status() != RunStatus.SUCCEEDED) {
                return Optional.of("%s, which it follows, is %s (run %s)"
                        .formatted(parent, run.status().code(), run.id()));
            }
        }
        return Optional.empty();
    }

    private static boolean isOld(Run run, @Nullable Instant lastTick) {
        return lastTick != null && !run.scheduledFor().isAfter(lastTick);
    }
}
