package io.lumia.functions.plancollection;

import io.lumia.collection.Alarms;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.events.collectionalarmraised.v1.CollectionAlarmRaised;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises an alarm when a job has failed, wholly or in part, several times in a row; closes it when a run succeeds. The job
 * goes on as before: whether to pause it is for a person to say.
 */
@Singleton
@Requires(beans = {CollectionLog.class, Alarms.class})
final class RepeatedFailures {

    static final int TIMES_IN_A_ROW = 3;
    static final String KIND = "repeated_failure";

    private static final int RUNS_LOOKED_AT = 30;
    private static final UUID NAMESPACE = UUID.fromString("0d1b1b52-6f1c-5d3e-9a53-6d6f62730002");
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedFailures.class);

    private final CollectionLog log;
    private final Alarms alarms;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;

    RepeatedFailures(CollectionLog log, Alarms alarms, Outbox outbox, JsonCodec json, Clock clock) {
        this.log = log;
        this.alarms = alarms;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Inside the caller's transaction. */
    void judge(String job) {
        List<Run> failures = failuresInARow(job);
        String subject = "job:" + job;
        if (failures.isEmpty()) {
            alarms.clear(subject, KIND, clock.instant());
        } else if (failures.size() >= TIMES_IN_A_ROW) {
            raise(subject, detail(job, failures));
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

    private void raise(String subject, String detail) {
        Instant now = clock.instant();
        if (alarms.raise(subject, KIND, detail, now)) {
            UUID eventId = NamedIds.of(NAMESPACE, subject + " " + KIND + " " + now);
            CollectionAlarmRaised event = new CollectionAlarmRaised(eventId, subject, KIND, detail, now);
            outbox.add(eventId, new Announcement(PlanCollection.ANNOUNCER, "CollectionAlarmRaised", json.write(event)));
            LOG.error("alarm: {}", detail);
        }
    }
}
