package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.collection.progress.AlarmBell;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Raises an alarm when a job has failed, wholly or in part, several times in a row; closes it when a run succeeds. The job
 * goes on as before: whether to pause it is for a person to say.
 */
@Singleton
@Requires(beans = AlarmBell.class)
final class RepeatedFailures {

    static final int TIMES_IN_A_ROW = 3;
    static final String KIND = "repeated_failure";

    private static final int RUNS_LOOKED_AT = 30;

    private final CollectionLog log;
    private final AlarmBell bell;

    RepeatedFailures(CollectionLog log, AlarmBell bell) {
        this.log = log;
        this.bell = bell;
    }

    /** Inside the caller's transaction. */
    void judge(String job) {
        List<Run> failures = failuresInARow(job);
        String subject = "job:" + job;
        if (failures.isEmpty()) {
            bell.silence(subject, KIND);
        } else if (failures.size() >= TIMES_IN_A_ROW) {
            bell.ring(PlanCollection.ANNOUNCER, subject, KIND, detail(job, failures));
        }
    }

    /** The newest runs that ended badly, before the last that succeeded; skipped and cancelled ones say nothing. */
    private List<Run> failuresInARow(String job) {
        List<Run> failures = new ArrayList<>();
        for (Run run : log.runs(job, 0, RUNS_LOOKED_AT)) {
            if (run.status() == RunStatus.SUCCEEDED) {
                return failures;
            }
            if (run.status() == RunStatus.FAILED || run.status() == RunStatus.PARTIAL) {
                failures.add(run);
            }
        }
        return failures;
    }

    private static String detail(String job, List<Run> failures) {
        Run newest = failures.getFirst();
        return "%s has not succeeded %d times in a row, since %s; the last run is %s: %s"
                .formatted(
                        job,
                        failures.size(),
                        failures.getLast().scheduledFor(),
                        newest.status().code(),
                        newest.failures());
    }
}
