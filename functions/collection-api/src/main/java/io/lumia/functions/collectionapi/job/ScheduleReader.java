package io.lumia.functions.collectionapi.job;

import io.lumia.collection.CalendarGate;
import io.lumia.collection.CalendarGate.During;
import io.lumia.collection.JobSchedule;
import io.lumia.kernel.AppException;
import io.lumia.market.ExchangeCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads when a job runs; what belongs to another kind of schedule is refused, since somebody meant something by it. */
final class ScheduleReader {

    private static final String UTC = "UTC";

    private final Refusals refusals;

    ScheduleReader(Refusals refusals) {
        this.refusals = refusals;
    }

    JobSchedule read(JobDocument.Schedule given) {
        String kind = given.kind() == null ? "" : given.kind();
        return switch (kind) {
            case "cron" -> cron(given);
            case "interval" -> interval(given);
            case "on_demand" -> onDemand(given);
            default -> {
                refusals.refuse("schedule.kind", kind, "cron, interval, on_demand");
                yield JobSchedule.ON_DEMAND;
            }
        };
    }

    private JobSchedule cron(JobDocument.Schedule given) {
        refuseIfGiven("every", given.every(), "interval");
        CalendarGate gate = gate(given);
        String zone = zone(given.zone());
        if (given.cron() == null) {
            refusals.refuse("schedule.cron", "schedule.cron is missing; allowed: such as cron(0 18 ? * MON-FRI *)");
            return JobSchedule.ON_DEMAND;
        }
        return new JobSchedule.Cron(given.cron(), zone, gate);
    }

    private JobSchedule interval(JobDocument.Schedule given) {
        refuseIfGiven("cron", given.cron(), "cron");
        refuseIfGiven("zone", given.zone(), "cron");
        CalendarGate gate = gate(given);
        String every = given.every() == null ? "" : given.every();
        return refusals.made(
                "schedule.every", JobSchedule.ON_DEMAND, () -> new JobSchedule.Interval(duration(every), gate));
    }

    private JobSchedule onDemand(JobDocument.Schedule given) {
        refuseIfGiven("cron", given.cron(), "cron");
        refuseIfGiven("zone", given.zone(), "cron");
        refuseIfGiven("every", given.every(), "interval");
        refuseIfGiven("calendar", given.calendar(), "cron and interval");
        refuseIfGiven("during", given.during(), "cron and interval");
        return JobSchedule.ON_DEMAND;
    }

    private String zone(@Nullable String given) {
        String allowed = "an IANA zone such as America/New_York";
        if (given == null) {
            refusals.refuse("schedule.zone", "schedule.zone is missing; allowed: " + allowed);
            return UTC;
        }
        try {
            return ZoneId.of(given).getId();
        } catch (DateTimeException _) {
            refusals.refuse("schedule.zone", given, allowed);
            return UTC;
        }
    }

    private @Nullable CalendarGate gate(JobDocument.Schedule given) {
        String calendar = given.calendar();
        String during = given.during();
        if (calendar == null) {
            if (during != null) {
                refusals.refuse("schedule.during", "schedule.during is for a schedule with a calendar only");
            }
            return null;
        }
        During part = during == null
                ? During.SESSION_DAYS
                : refusals.made("schedule.during", During.SESSION_DAYS, () -> During.parse(during));
        ExchangeCalendar exchange =
                refusals.made("schedule.calendar", ExchangeCalendar.DAILY, () -> ExchangeCalendar.parse(calendar));
        return new CalendarGate(exchange, part);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException _) {
            throw AppException.invalid("every", text, "an ISO 8601 duration of whole minutes, such as PT15M");
        }
    }

    private void refuseIfGiven(String field, @Nullable String value, String kinds) {
        if (value != null) {
            refusals.refuse(
                    "schedule." + field, "schedule.%s is for the kind %s only; leave it out".formatted(field, kinds));
        }
    }
}
