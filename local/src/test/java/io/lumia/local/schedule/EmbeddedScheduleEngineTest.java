package io.lumia.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.schedule.Timetable.Schedule;
import io.lumia.local.schedule.Timetable.Target;
import io.lumia.platform.lambda.CronSchedule;
import io.lumia.platform.schedule.RetryPolicy;
import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own engine, on a real database. */
final class EmbeddedScheduleEngineTest extends ScheduleEngineContract {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final SettableClock CLOCK = new SettableClock();
    private static final ApplicationContext CONTEXT = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(CLOCK)
            .start();
    private static final Schedule NIGHTLY = Schedule.fixed(
            "nightly",
            new Target.Function("migrate-database"),
            CronSchedule.parse("cron(0 3 * * ? *)", "UTC")::nextAfter,
            "{}");

    private final ScheduleTable table = CONTEXT.getBean(ScheduleTable.class);
    private Dispatcher dispatcher = newDispatcher();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void empty() {
        engine().list("").forEach(schedule -> engine().delete(schedule.name()));
    }

    @Override
    ScheduleEngine engine() {
        return CONTEXT.getBean(ScheduleEngine.class);
    }

    @Override
    void setClock(Instant now) {
        CLOCK.set(now);
        dispatcher = newDispatcher();
    }

    @Override
    void runUntil(Instant to) {
        while (CLOCK.instant().isBefore(to)) {
            Instant next = CLOCK.instant().plus(STEP);
            CLOCK.set(next.isBefore(to) ? next : to);
            dispatcher.runDue();
        }
    }

    @Test
    void aNewProcessMakesUpForWhatWasDueWithinTheMaximumAgeAndForNothingOlder() {
        engine().put(spec("job.hourly", "cron(0 * * * ? *)", "UTC").withRetry(new RetryPolicy(3, Duration.ofHours(2))));
        engine().put(spec("job.once", "at(2017-06-01T13:00:00)", "UTC"));
        runUntil(Instant.parse("2017-06-01T12:59:00Z"));

        setClock(Instant.parse("2017-06-02T00:30:00Z"));
        dispatcher.runDue();
        dispatcher.runDue();

        assertThat(queues.in("plan-collection"))
                .containsExactly(message("2017-06-01T23:00:00Z"), message("2017-06-02T00:00:00Z"));
        assertThat(engine().find("job.once")).as("it will not come again").isEmpty();
        assertThat(engine().find("job.hourly")).isPresent();
    }

    @Test
    void aNewProcessSendsNothingASecondTime() {
        engine().put(spec("job.hourly", "cron(0 * * * ? *)", "UTC"));
        runUntil(Instant.parse("2017-06-01T13:10:00Z"));

        dispatcher = newDispatcher();
        runUntil(Instant.parse("2017-06-01T13:20:00Z"));

        assertThat(queues.in("plan-collection")).containsExactly(message("2017-06-01T13:00:00Z"));
    }

    @Test
    void aFixedScheduleFiresFromTheStartOnAndIsNotRepeatedWhenItsFunctionFails() {
        queues.setDown("function migrate-database", true);
        runUntil(Instant.parse("2017-06-02T03:10:00Z"));
        assertThat(queues.attempts("function migrate-database")).isEqualTo(1);

        queues.setDown("function migrate-database", false);
        runUntil(Instant.parse("2017-06-03T03:10:00Z"));

        assertThat(queues.in("function migrate-database")).containsExactly("{}");
    }

    private Dispatcher newDispatcher() {
        return new Dispatcher(List.of(NIGHTLY), table, new Delivery(queues), CLOCK);
    }
}
