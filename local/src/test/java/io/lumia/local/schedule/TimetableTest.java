package io.lumia.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.schedule.Timetable.Schedule;
import io.lumia.local.schedule.Timetable.Target;
import io.lumia.local.schedule.Timetable.Tick;
import io.lumia.platform.lambda.CronSchedule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimetableTest {

    private static final Schedule EVENING = schedule("evening", "cron(0 18 ? * MON-FRI *)", "America/New_York");
    private static final Schedule NIGHT = schedule("night", "cron(30 2 * * ? *)", "America/New_York");

    @Test
    void theEveningInNewYorkMovesWithTheClockShiftOfMarch() {
        Timetable timetable = new Timetable(List.of(EVENING));

        List<Tick> ticks = timetable.between(at("2017-03-09T23:00:00Z"), at("2017-03-13T22:00:00Z"));

        assertThat(ticks).extracting(Tick::at).containsExactly(at("2017-03-10T23:00:00Z"), at("2017-03-13T22:00:00Z"));
    }

    @Test
    void aTimeThatDoesNotExistIsSkipped() {
        Timetable timetable = new Timetable(List.of(NIGHT));

        assertThat(timetable.nextAfter(at("2017-03-11T12:00:00Z")).orElseThrow().at())
                .isEqualTo(at("2017-03-13T06:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceFiresOnce() {
        Timetable timetable = new Timetable(List.of(schedule("double", "cron(30 1 * * ? *)", "America/New_York")));

        List<Tick> ticks = timetable.between(at("2017-11-05T00:00:00Z"), at("2017-11-05T23:00:00Z"));

        assertThat(ticks).extracting(Tick::at).containsExactly(at("2017-11-05T05:30:00Z"));
    }

    @Test
    void ticksOfSeveralSchedulesComeInOrder() {
        Timetable timetable = new Timetable(List.of(EVENING, NIGHT));

        List<Tick> ticks = timetable.between(at("2017-06-01T00:00:00Z"), at("2017-06-02T00:00:00Z"));

        assertThat(ticks).extracting(tick -> tick.schedule().name()).containsExactly("night", "evening");
    }

    @Test
    void theStartIsNotPartOfAStretchAndItsEndIs() {
        Timetable timetable = new Timetable(List.of(EVENING));

        assertThat(timetable.between(at("2017-06-01T22:00:00Z"), at("2017-06-02T22:00:00Z")))
                .hasSize(1);
    }

    private static Schedule schedule(String name, String cron, String zone) {
        return Schedule.fixed(
                name, new Target.Function("plan-collection"), CronSchedule.parse(cron, zone)::nextAfter, "{}");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
