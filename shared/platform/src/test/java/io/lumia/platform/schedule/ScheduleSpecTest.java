package io.lumia.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New York's clocks went forward on 12 March 2017 at 02:00 and back on 5 November 2017 at 02:00. */
final class ScheduleSpecTest {

    private static final String NEW_YORK = "America/New_York";
    private static final Instant NOON = Instant.parse("2017-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "cron(0 18 ? * MON-FRI *), cron(0 18 ? * MON-FRI *)",
        "rate(15 minutes), rate(15 minutes)",
        "rate(1 hour), rate(1 hours)",
        "rate(10000 days), rate(10000 days)",
        "at(2017-11-05T01:30:00), at(2017-11-05T01:30:00)"
    })
    void readsAndWritesAnExpression(String text, String canonical) {
        assertThat(When.parse(text).expression()).isEqualTo(canonical);
        assertThat(When.parse(canonical)).isEqualTo(When.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every day",
                "cron(0 18 * * MON-FRI)",
                "cron(0 25 ? * MON-FRI *)",
                "rate(0 minutes)",
                "rate(10001 days)",
                "rate(5 weeks)",
                "rate(5minutes)",
                "rate(-5 minutes)",
                "rate(99999999999 minutes)",
                "at(2017-11-05)",
                "at(2017-02-30T00:00:00)",
                "at(2017-11-05T01:30:00Z)",
                "at(2017-11-05T01:30:00.5)",
                "at(",
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> When.parse(text))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("allowed");
    }

    @Test
    void aCronSkipsTheHourThatSpringSkips() {
        ScheduleSpec nightly = spec("cron(30 2 * * ? *)", NEW_YORK);

        assertThat(nightly.nextRuns(Instant.parse("2017-03-11T00:00:00Z"), 3))
                .containsExactly(
                        Instant.parse("2017-03-11T07:30:00Z"),
                        Instant.parse("2017-03-13T06:30:00Z"),
                        Instant.parse("2017-03-14T06:30:00Z"));
    }

    @Test
    void aCronFiresOnceInTheHourThatAutumnDoubles() {
        ScheduleSpec quarterly = spec("cron(0/30 1-2 * * ? *)", NEW_YORK);

        assertThat(quarterly.nextRuns(Instant.parse("2017-11-05T04:00:00Z"), 4))
                .containsExactly(
                        Instant.parse("2017-11-05T05:00:00Z"),
                        Instant.parse("2017-11-05T05:30:00Z"),
                        Instant.parse("2017-11-05T07:00:00Z"),
                        Instant.parse("2017-11-05T07:30:00Z"));
    }

    @Test
    void aDayOfAnIntervalHasTwentyFourHoursWhateverTheClocksDo() {
        ScheduleSpec daily = spec("rate(1 days)", NEW_YORK).withStretch(Instant.parse("2017-03-11T23:00:00Z"), null);

        assertThat(daily.nextRuns(Instant.parse("2017-03-01T00:00:00Z"), 3))
                .containsExactly(
                        Instant.parse("2017-03-11T23:00:00Z"),
                        Instant.parse("2017-03-12T23:00:00Z"),
                        Instant.parse("2017-03-13T23:00:00Z"));
    }

    @Test
    void aSingleRunTakesTheFirstOfADoubledTimeAndRefusesASkippedOne() {
        ScheduleSpec once = spec("at(2017-11-05T01:30:00)", NEW_YORK);

        assertThat(once.nextRuns(NOON, 5)).containsExactly(Instant.parse("2017-11-05T05:30:00Z"));
        assertThat(once.nextAfter(Instant.parse("2017-11-05T05:30:00Z"))).isEmpty();
        assertThatThrownBy(() -> spec("at(2017-03-12T02:30:00)", NEW_YORK))
                .hasMessageContaining("at(2017-03-12T02:30:00)")
                .hasMessageContaining(NEW_YORK);
    }

    @Test
    void firesFromItsStartOnAndBeforeItsEnd() {
        ScheduleSpec hourly =
                spec("cron(0 * * * ? *)", "UTC").withStretch(NOON.plusSeconds(3_600), NOON.plusSeconds(10_800));

        assertThat(hourly.nextRuns(NOON, 10)).containsExactly(NOON.plusSeconds(3_600), NOON.plusSeconds(7_200));
    }

    @Test
    void movesAStartThatHasPassedAlongTheSameIntervals() {
        Instant start = Instant.parse("2017-06-01T00:10:00Z");
        ScheduleSpec quarterly = spec("rate(15 minutes)", "UTC").withStretch(start, null);

        assertThat(quarterly.asPutAt(NOON).start()).isEqualTo(Instant.parse("2017-06-01T12:10:00Z"));
        assertThat(quarterly.asPutAt(start)).isEqualTo(quarterly);
        assertThat(spec("rate(15 minutes)", "UTC").asPutAt(NOON.plusMillis(250)).start())
                .isEqualTo(NOON.plusSeconds(1));
        assertThat(spec("cron(0 * * * ? *)", "UTC")
                        .withStretch(start, null)
                        .asPutAt(NOON)
                        .start())
                .isNull();
    }

    @Test
    void refusesToKeepWhatCouldNeverFire() {
        assertThatThrownBy(() -> spec("at(2017-06-01T08:00:00)", NEW_YORK).asPutAt(NOON))
                .hasMessageContaining("at(2017-06-01T08:00:00)")
                .hasMessageContaining("allowed: a time after 2017-06-01T08:00-04:00[America/New_York]");
        assertThatThrownBy(() ->
                        spec("rate(1 days)", "UTC").withStretch(null, NOON).asPutAt(NOON))
                .hasMessageContaining("end of schedule");
    }

    @Test
    void putsTheRunsTimeIntoItsMessage() {
        assertThat(spec("rate(1 days)", "UTC").inputAt(NOON)).isEqualTo("{\"scheduled_for\":\"2017-06-01T12:00:00Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{} {}", "{\"a\":}", "text"})
    void refusesAnInputThatIsNoJsonObject(String input) {
        assertThatThrownBy(() -> ScheduleSpec.of("job.a", When.parse("rate(1 days)"), "UTC", "plan-collection", input))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("input of schedule job.a");
    }

    @Test
    void namesWhatItRefuses() {
        When daily = When.parse("rate(1 days)");

        assertThatThrownBy(() -> ScheduleSpec.of("a job", daily, "UTC", "q", "{}"))
                .hasMessageContaining("'a job'");
        assertThatThrownBy(() -> ScheduleSpec.of("a", daily, "America/Nowhere", "q", "{}"))
                .hasMessageContaining("zone of schedule a is 'America/Nowhere'");
        assertThatThrownBy(() -> ScheduleSpec.of("a", daily, "+02:00", "q", "{}"))
                .hasMessageContaining("+02:00");
        assertThatThrownBy(() -> ScheduleSpec.of("a", daily, "UTC", "q.fifo", "{}"))
                .hasMessageContaining("q.fifo");
        assertThatThrownBy(() -> ScheduleSpec.of("a", daily, "UTC", "q", "{}").withStretch(NOON, NOON))
                .hasMessageContaining("end of schedule a");
        assertThatThrownBy(() -> spec("at(2018-06-01T08:00:00)", "UTC").withStretch(NOON, null))
                .hasMessageContaining("one-time");
        assertThatThrownBy(() -> new RetryPolicy(186, Duration.ofHours(1))).hasMessageContaining("186");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(59))).hasMessageContaining("PT59S");
        assertThatThrownBy(() -> new When.At(LocalDateTime.parse("2017-06-01T00:00:00.5")))
                .hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> spec("rate(1 days)", "UTC").nextRuns(NOON, 101))
                .hasMessageContaining("1 to 100");
    }

    @Test
    void tellsRunTimesInWords() {
        Instant now = Instant.parse("2026-11-26T20:00:00Z");
        ScheduleSpec evenings = spec("cron(0 18 ? * MON-FRI *)", NEW_YORK);

        assertThat(RunTimesInWords.of(evenings, now, 3))
                .isEqualTo(List.of(
                        "Thursday 26 November 2026 18:00 (New York), in 3 hours",
                        "Friday 27 November 2026 18:00 (New York), in 27 hours",
                        "Monday 30 November 2026 18:00 (New York), in 4 days"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T20:00:29Z, 'Thursday 26 November 2026 20:00:29 (UTC), in less than a minute'",
        "2026-11-26T20:01:00Z, 'Thursday 26 November 2026 20:01 (UTC), in 1 minute'",
        "2026-11-26T20:59:00Z, 'Thursday 26 November 2026 20:59 (UTC), in 59 minutes'",
        "2026-11-26T21:00:00Z, 'Thursday 26 November 2026 21:00 (UTC), in 1 hour'",
        "2026-11-28T19:00:00Z, 'Saturday 28 November 2026 19:00 (UTC), in 47 hours'",
        "2026-11-28T20:00:00Z, 'Saturday 28 November 2026 20:00 (UTC), in 2 days'",
        "2027-11-26T20:00:00Z, 'Friday 26 November 2027 20:00 (UTC), in 365 days'"
    })
    void roundsTheDistanceToItsLargestUnit(Instant run, String words) {
        assertThat(RunTimesInWords.of(run, "UTC", Instant.parse("2026-11-26T20:00:00Z")))
                .isEqualTo(words);
    }

    private static ScheduleSpec spec(String expression, String zone) {
        return ScheduleSpec.of(
                "job.daily",
                When.parse(expression),
                zone,
                "plan-collection",
                "{\"scheduled_for\":\"<aws.scheduler.scheduled-time>\"}");
    }
}
