package io.lumia.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.schedule.RetryPolicy;
import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.platform.schedule.ScheduleSpec;
import io.lumia.platform.schedule.When;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link ScheduleEngine} does. Each test begins at noon UTC on 1 June 2017 unless it says otherwise; New York's
 * clocks went forward on 12 March 2017 at 02:00 and back on 5 November 2017 at 02:00.
 */
abstract class ScheduleEngineContract {

    static final Instant NOON = Instant.parse("2017-06-01T12:00:00Z");
    private static final String QUEUE = "plan-collection";
    private static final String DEAD = "plan-collection-dead";
    private static final String INPUT = "{\"scheduled_for\":\"<aws.scheduler.scheduled-time>\"}";
    private static final String NEW_YORK = "America/New_York";

    /** More than a page. */
    private static final int MANY = ScheduleEngine.PAGE_SIZE + 20;

    final FakeQueues queues = new FakeQueues();

    abstract ScheduleEngine engine();

    /** Without anything happening in between. */
    abstract void setClock(Instant now);

    /** Lives from the clock's instant up to another, with the engine at work. */
    abstract void runUntil(Instant to);

    @BeforeEach
    void startAtNoon() {
        setClock(NOON);
    }

    @Test
    void keepsWhatItIsGiven() {
        ScheduleSpec cron = new ScheduleSpec(
                "job.a",
                When.parse("cron(0/15 9-16 ? * MON-FRI *)"),
                NEW_YORK,
                QUEUE,
                "{\"job\":\"näws\",\"scheduled_for\":\"<aws.scheduler.scheduled-time>\"}",
                false,
                new RetryPolicy(7, Duration.ofMinutes(20)),
                "collect-dead",
                Instant.parse("2017-07-01T00:00:00Z"),
                Instant.parse("2018-07-01T00:00:00Z"));
        ScheduleSpec once = spec("job.once", "at(2017-06-02T09:30:00)", NEW_YORK);

        engine().put(cron);
        engine().put(once);

        assertThat(engine().find("job.a")).contains(cron);
        assertThat(engine().find("job.once")).contains(once);
        assertThat(engine().find("job.b")).isEmpty();
    }

    @Test
    void movesAnIntervalsStartThatHasPassed() {
        ScheduleSpec started = spec("job.a", "rate(2 hours)", "UTC").withStretch(NOON.minusSeconds(5_400), null);

        engine().put(started);
        engine().put(spec("job.b", "rate(2 hours)", "UTC"));

        assertThat(engine().find("job.a")).contains(started.withStretch(NOON.plusSeconds(1_800), null));
        assertThat(engine().find("job.b").orElseThrow().start()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void replacesTheOneOfTheName() {
        engine().put(spec("job.a", "cron(5 12 * * ? *)", "UTC"));
        ScheduleSpec later = spec("job.a", "cron(10 12 * * ? *)", "UTC");

        engine().put(later);
        engine().put(later);

        assertThat(engine().list("")).containsExactly(later);
        runUntil(NOON.plusSeconds(1_800));
        assertThat(queues.in(QUEUE)).containsExactly(message("2017-06-01T12:10:00Z"));
    }

    @Test
    void listsByPrefixInOrderOverSeveralPages() {
        IntStream.range(0, MANY).map(number -> MANY - 1 - number).forEach(number -> engine().put(
                        spec("job.%03d".formatted(number), "rate(1 days)", "UTC")));
        engine().put(spec("other", "rate(1 days)", "UTC"));

        assertThat(engine().list("job."))
                .extracting(ScheduleSpec::name)
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).mapToObj("job.%03d"::formatted).toList());
        assertThat(engine().list("")).hasSize(MANY + 1);
        assertThat(engine().list("nobody")).isEmpty();
    }

    @Test
    void deletesAndSaysWhetherThereWasOne() {
        engine().put(spec("job.a", "cron(5 12 * * ? *)", "UTC"));

        assertThat(engine().delete("job.a")).isTrue();
        assertThat(engine().delete("job.a")).isFalse();

        assertThat(engine().find("job.a")).isEmpty();
        runUntil(NOON.plusSeconds(1_800));
        assertThat(queues.in(QUEUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cron(0 25 * * ? *)", "rate(5 weeks)", "at(2017-02-30T00:00:00)", "at(2017-06-01T11:59:00)"})
    void refusesAnExpressionThatNeverFires(String expression) {
        assertThatThrownBy(() -> engine().put(spec("job.a", expression, "UTC")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining(expression);
        assertThat(engine().list("")).isEmpty();
    }

    @Test
    void refusesAZoneThatIsNone() {
        assertThatThrownBy(() -> engine().put(spec("job.a", "rate(1 days)", "America/Nowhere")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("America/Nowhere");
    }

    @Test
    void oneThatIsDisabledDoesNotFireAndMakesUpForNothing() {
        ScheduleSpec disabled = spec("job.a", "cron(0/10 * * * ? *)", "UTC").withEnabled(false);
        engine().put(disabled);

        runUntil(NOON.plusSeconds(1_500));
        assertThat(queues.in(QUEUE)).isEmpty();
        engine().put(disabled.withEnabled(true));
        runUntil(NOON.plusSeconds(2_400));

        assertThat(queues.in(QUEUE)).containsExactly(message("2017-06-01T12:30:00Z"), message("2017-06-01T12:40:00Z"));
    }

    @Test
    void aCronSkipsTheHourThatSpringSkips() {
        setClock(Instant.parse("2017-03-11T00:00:00Z"));
        engine().put(spec("job.gap", "cron(30 2 * * ? *)", NEW_YORK));
        engine().put(spec("job.evening", "cron(0 18 * * ? *)", NEW_YORK)
                .withStretch(null, Instant.parse("2017-03-13T22:00:00Z")));

        runUntil(Instant.parse("2017-03-14T00:00:00Z"));

        assertThat(queues.in(QUEUE))
                .containsExactly(
                        message("2017-03-11T07:30:00Z"),
                        message("2017-03-11T23:00:00Z"),
                        message("2017-03-12T22:00:00Z"),
                        message("2017-03-13T06:30:00Z"));
    }

    @Test
    void aCronFiresOnceInTheHourThatAutumnDoublesAndAnIntervalGoesOn() {
        setClock(Instant.parse("2017-11-05T04:00:00Z"));
        engine().put(spec("job.cron", "cron(30 1,2 * * ? *)", NEW_YORK));
        runUntil(Instant.parse("2017-11-06T06:00:00Z"));
        assertThat(queues.in(QUEUE)).containsExactly(message("2017-11-05T05:30:00Z"), message("2017-11-05T07:30:00Z"));

        setClock(Instant.parse("2017-11-05T04:00:00Z"));
        engine().delete("job.cron");
        engine().put(new ScheduleSpec(
                "job.rate",
                When.parse("rate(1 hours)"),
                NEW_YORK,
                "collect",
                INPUT,
                true,
                RetryPolicy.STANDARD,
                DEAD,
                Instant.parse("2017-11-05T05:00:00Z"),
                Instant.parse("2017-11-05T08:00:00Z")));
        runUntil(Instant.parse("2017-11-05T09:00:00Z"));
        assertThat(queues.in("collect"))
                .containsExactly(
                        message("2017-11-05T05:00:00Z"),
                        message("2017-11-05T06:00:00Z"),
                        message("2017-11-05T07:00:00Z"));
    }

    @Test
    void triesAgainAndKeepsTheScheduledTime() {
        engine().put(spec("job.a", "cron(5 12 * * ? *)", "UTC").withRetry(RetryPolicy.LONGEST));
        queues.setDown(QUEUE, true);

        runUntil(NOON.plusSeconds(600));
        assertThat(queues.attempts(QUEUE)).isGreaterThan(1);
        queues.setDown(QUEUE, false);
        runUntil(NOON.plusSeconds(1_200));

        assertThat(queues.in(QUEUE)).containsExactly(message("2017-06-01T12:05:00Z"));
        assertThat(queues.in(DEAD)).isEmpty();
    }

    @Test
    void givesUpAfterItsRetriesAndPutsTheInputAside() {
        engine().put(spec("job.a", "cron(5 12 * * ? *)", "UTC").withRetry(new RetryPolicy(3, Duration.ofHours(1))));
        queues.setDown(QUEUE, true);

        runUntil(NOON.plusSeconds(1_800));

        assertThat(queues.attempts(QUEUE)).isEqualTo(4);
        assertThat(queues.in(DEAD)).containsExactly(message("2017-06-01T12:05:00Z"));
    }

    @Test
    void givesUpAtItsMaximumAge() {
        engine().put(spec("job.a", "cron(5 12 * * ? *)", "UTC").withRetry(new RetryPolicy(185, Duration.ofMinutes(5))));
        queues.setDown(QUEUE, true);

        runUntil(NOON.plusSeconds(720));

        assertThat(queues.attempts(QUEUE)).isBetween(2, 12);
        assertThat(queues.in(DEAD)).containsExactly(message("2017-06-01T12:05:00Z"));
    }

    @Test
    void aSingleRunFiresOnceAndIsGone() {
        engine().put(spec("job.once", "at(2017-06-01T08:20:00)", NEW_YORK));

        runUntil(NOON.plusSeconds(1_140));
        assertThat(engine().find("job.once")).isPresent();
        runUntil(NOON.plusSeconds(7_200));

        assertThat(queues.in(QUEUE)).containsExactly(message("2017-06-01T12:20:00Z"));
        assertThat(engine().find("job.once")).isEmpty();
        assertThat(engine().delete("job.once")).isFalse();
    }

    static ScheduleSpec spec(String name, String expression, String zone) {
        return ScheduleSpec.of(name, When.parse(expression), zone, QUEUE, INPUT);
    }

    static String message(String scheduledTime) {
        return INPUT.replace("<aws.scheduler.scheduled-time>", scheduledTime);
    }
}
