package io.lumia.local.runtime;

import io.lumia.local.json.Json;
import io.lumia.local.schedule.Timetable.Tick;

/**
 * A schedule's input as EventBridge Scheduler hands it over: its context attributes ("Adding context attributes" in the
 * user guide) are replaced by their values.
 */
final class ScheduledInput {

    private static final String ARN = "arn:aws:scheduler:us-east-1:000000000000:schedule/default/";

    private ScheduledInput() {}

    static String of(Tick tick) {
        return Json.writeCompact(tick.schedule().input())
                .replace("<aws.scheduler.scheduled-time>", tick.at().toString())
                .replace("<aws.scheduler.schedule-arn>", ARN + tick.schedule().name())
                .replace(
                        "<aws.scheduler.execution-id>",
                        tick.schedule().name() + "-" + tick.at().getEpochSecond())
                .replace("<aws.scheduler.attempt-number>", "1");
    }
}
