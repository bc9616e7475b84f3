package io.lumia.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // every day at three
                "cron(0 3 * * ? *)            | UTC              | 2017-12-29T02:59:59Z | 2017-12-29T03:00:00Z",
                "cron(0 3 * * ? *)            | UTC              | 2017-12-29T03:00:00Z | 2017-12-30T03:00:00Z",
                // working days after New York's close, winter and summer; 29 December 2017 was a Friday
                "cron(30 17 ? * MON-FRI *)    | America/New_York | 2017-12-29T22:30:00Z | 2018-01-01T22:30:00Z",
                "cron(30 17 ? * 2-6 *)        | America/New_York | 2017-07-03T12:00:00Z | 2017-07-03T21:30:00Z",
                // lists, ranges and steps
                "cron(0/15 9-16 ? * MON *)    | UTC              | 2018-01-01T16:30:00Z | 2018-01-01T16:45:00Z",
                "cron(0/15 9-16 ? * MON *)    | UTC              | 2018-01-01T16:45:00Z | 2018-01-08T09:00:00Z",
                "cron(5,35 * * * ? *)         | UTC              | 2018-01-01T16:05:00Z | 2018-01-01T16:35:00Z",
                "cron(59 23 31 DEC ? *)       | UTC              | 2018-01-01T00:00:00Z | 2018-12-31T23:59:00Z",
                "cron(0 0 31 * ? *)           | UTC              | 2018-01-31T00:00:00Z | 2018-03-31T00:00:00Z",
                "cron(0 0 29 2 ? *)           | UTC              | 2017-01-01T00:00:00Z | 2020-02-29T00:00:00Z",
                "cron(0 0 29 2 ? *)           | UTC              | 2096-03-01T00:00:00Z | 2104-02-29T00:00:00Z",
                "cron(0 0 1 1 ? 2020)         | UTC              | 2017-01-01T00:00:00Z | 2020-01-01T00:00:00Z",
                // summer time: half past two does not exist on 12 March 2017, half past one is there twice on 5
                // November
                "cron(30 2 * * ? *)           | America/New_York | 2017-03-11T08:00:00Z | 2017-03-13T06:30:00Z",
                "cron(30 1 * * ? *)           | America/New_York | 2017-11-05T04:00:00Z | 2017-11-05T05:30:00Z",
                "cron(30 1 * * ? *)           | America/New_York | 2017-11-05T05:30:00Z | 2017-11-06T06:30:00Z"
            })
    void findsTheNextRun(String expression, String zone, Instant after, Instant next) {
        assertThat(CronSchedule.parse(expression, zone).nextAfter(after)).contains(next);
    }

    @Test
    void endsWithItsYears() {
        assertThat(CronSchedule.parse("cron(0 0 1 1 ? 2016)", "UTC").nextAfter(Instant.parse("2017-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(CronSchedule.parse("cron(0 0 31 2 ? *)", "UTC").nextAfter(Instant.parse("2017-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 3 * * ? *",
                "rate(5 minutes)",
                "cron(0 3 * * *)",
                "cron(0 3 * * * *)",
                "cron(0 3 ? * ? *)",
                "cron(60 3 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 3 0 * ? *)",
                "cron(0 3 32 * ? *)",
                "cron(0 3 * 13 ? *)",
                "cron(0 3 ? * 0 *)",
                "cron(0 3 ? * 8 *)",
                "cron(0 3 ? * FRI-MON *)",
                "cron(0 3 ? * XYZ *)",
                "cron(0 3 L * ? *)",
                "cron(0 3 ? * 2#1 *)",
                "cron(0/0 3 * * ? *)",
                "cron(0/x 3 * * ? *)",
                "cron(0,,1 3 * * ? *)",
                "cron(? 3 * * ? *)",
                "cron(0 3 * * ? 1969)",
                "cron(-1 3 * * ? *)"
            })
    void refusesWhatEventBridgeWouldNotTakeOrWeDoNotUse(String expression) {
        assertThatThrownBy(() -> CronSchedule.parse(expression, "UTC"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("cron");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EST5", "New York", "America/Nowhere"})
    void refusesAZoneThatIsNone(String zone) {
        assertThatThrownBy(() -> CronSchedule.parse("cron(0 3 * * ? *)", zone))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("zone");
    }
}
