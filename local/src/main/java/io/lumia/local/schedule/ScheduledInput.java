package io.lumia.local.schedule;

import io.lumia.local.schedule.Timetable.Schedule;
import io.lumia.platform.schedule.ScheduleSpec;
import java.time.Instant;

/**
 * A schedule's input as EventBridge Scheduler hands it over: its context attributes ("Adding context attributes" in the
 * user guide) are replaced by their values.
 */
final class ScheduledInput {

    private static final String ARN = "arn:aws:scheduler:us-east-1:000000000000:schedule/default/";

    private ScheduledInput() {}

    /** @param attempt 1 for the first */
    static String of(Schedule schedule, Instant at, int attempt) {
        return schedule.input()
                .replace(ScheduleSpec.SCHEDULED_TIME, at.toString())
                .replace("<aws.scheduler.schedule-arn>", ARN + schedule.name())
                .replace("<aws.scheduler.execution-id>", schedule.name() + "-" + at.getEpochSecond())
                .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt));
    }
}
