package io.lumia.collection.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.Job;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.collection.jobs.Followers.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T23:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T23:00:00Z");

    private final Job follower = following("daily-prices", "daily-currencies");

    @Test
    void waitsUntilEveryParentHasEndedANewRun() {
        assertThat(decide(Map.of("daily-prices", run("daily-prices", TUESDAY, RunStatus.SUCCEEDED)), null))
                .isEqualTo(new Decision.Wait());
        assertThat(decide(
                        Map.of(
                                "daily-prices", run("daily-prices", TUESDAY, RunStatus.SUCCEEDED),
                                "daily-currencies", run("daily-currencies", TUESDAY, RunStatus.RUNNING)),
                        null))
                .isEqualTo(new Decision.Wait());
    }

    @Test
    void beginsWithTheNewestOfItsParentsTicks() {
        Map<String, Run> newest = Map.of(
                "daily-prices", run("daily-prices", MONDAY, RunStatus.SUCCEEDED),
                "daily-currencies", run("daily-currencies", TUESDAY, RunStatus.SUCCEEDED));

        assertThat(decide(newest, null)).isEqualTo(new Decision.Begin(TUESDAY));
    }

    @Test
    void doesNotBeginTwiceForTheSameRuns() {
        Map<String, Run> newest = Map.of(
                "daily-prices", run("daily-prices", MONDAY, RunStatus.SUCCEEDED),
                "daily-currencies", run("daily-currencies", TUESDAY, RunStatus.SUCCEEDED));

        assertThat(decide(newest, TUESDAY)).isEqualTo(new Decision.Wait());
        assertThat(decide(newest, MONDAY))
                .as("prices of Monday were followed already")
                .isEqualTo(new Decision.Wait());
    }

    @Test
    void aParentThatDidNotSucceedIsNamed() {
        for (RunStatus status : List.of(RunStatus.FAILED, RunStatus.PARTIAL, RunStatus.SKIPPED, RunStatus.CANCELLED)) {
            Map<String, Run> newest = Map.of(
                    "daily-prices", run("daily-prices", TUESDAY, status),
                    "daily-currencies", run("daily-currencies", TUESDAY, RunStatus.SUCCEEDED));

            Decision decision = decide(newest, MONDAY);

            assertThat(decision).isInstanceOf(Decision.Skip.class);
            assertThat(((Decision.Skip) decision).why())
                    .contains("daily-prices")
                    .contains(status.code());
        }
    }

    @Test
    void aPausedJobDoesNotFollow() {
        assertThat(Followers.of("daily-prices", List.of(follower, follower.withEnabled(false))))
                .containsExactly(follower);
        assertThat(Followers.of("daily-crypto", List.of(follower))).isEmpty();
    }

    private Decision decide(Map<String, Run> newest, @org.jspecify.annotations.Nullable Instant lastTick) {
        return Followers.decide(follower, newest, lastTick);
    }

    private static Job following(String... parents) {
        Job job = JobTemplates.get("weekly-metadata").job();
        return new Job(
                job.id(),
                job.name(),
                job.description(),
                job.provider(),
                job.fallbacks(),
                job.location(),
                job.datasets(),
                job.assets(),
                job.mode(),
                JobSchedule.ON_DEMAND,
                List.of(parents),
                job.limits(),
                true);
    }

    private static Run run(String job, Instant tick, RunStatus status) {
        Run started = Run.starting(
                new UUID(tick.getEpochSecond(), job.hashCode()),
                job,
                "schedule",
                tick,
                null,
                LocalDate.parse("2026-11-24"),
                tick,
                1);
        return new Run(
                started.id(),
                job,
                "schedule",
                tick,
                null,
                started.to(),
                status,
                tick,
                status == RunStatus.RUNNING ? null : tick,
                1,
                Map.of(),
                Map.of(),
                0,
                0,
                0,
                Map.of(),
                null,
                "",
                null);
    }
}
