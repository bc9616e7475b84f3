package io.lumia.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunReportTest {

    private static final Instant STARTED = Instant.parse("2015-01-09T23:00:00Z");

    @Test
    void saysWhatWasAskedLoadedSetAsideAndHowLongItTook() {
        RunReport report = RunReport.of(run(RunStatus.PARTIAL, STARTED.plusMillis(2_500), 0.9924));

        assertThat(report.asked()).isEqualTo(4);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.seconds()).isEqualTo(2.5);
        assertThat(report.isCompleteEnough()).isTrue();
        assertThat(report.summary())
                .contains("daily partial: 4 asked, 1 failed {throttled=1}")
                .contains("rows 100 received, 90 loaded, 8 unchanged, set aside {not_a_session=2}")
                .contains("completeness 0.9924, 2.5 s");
    }

    @Test
    void isNotCompleteEnoughBelowNinetyNinePercent() {
        assertThat(RunReport.of(run(RunStatus.SUCCEEDED, STARTED, 0.9899)).isCompleteEnough())
                .isFalse();
        assertThat(RunReport.of(run(RunStatus.SUCCEEDED, STARTED, 0.99)).isCompleteEnough())
                .isTrue();
    }

    @Test
    void isCompleteWhereNoBarsWereExpected() {
        RunReport report = RunReport.of(run(RunStatus.SUCCEEDED, STARTED, null));

        assertThat(report.isCompleteEnough()).isTrue();
        assertThat(report.summary()).contains("no bars expected");
    }

    @Test
    void refusesARunThatHasNotFinished() {
        assertThatThrownBy(() -> RunReport.of(run(RunStatus.RUNNING, null, null)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("running");
    }

    @Test
    void aRunSucceedsOnlyIfEveryItemDoes() {
        assertThat(RunStatus.ofEnded(3, 0)).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(RunStatus.ofEnded(3, 1)).isEqualTo(RunStatus.PARTIAL);
        assertThat(RunStatus.ofEnded(3, 3)).isEqualTo(RunStatus.FAILED);
    }

    private static Run run(RunStatus status, @Nullable Instant finishedAt, @Nullable Double completeness) {
        return new Run(
                new UUID(0, 1),
                "daily",
                "schedule",
                STARTED,
                null,
                LocalDate.parse("2015-01-09"),
                status,
                STARTED,
                finishedAt,
                4,
                Map.of("loaded", 3, "failed", 1),
                Map.of("throttled", 1),
                100,
                90,
                8,
                Map.of("not_a_session", 2L),
                completeness,
                "",
                null);
    }
}
