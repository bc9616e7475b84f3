package io.lumia.local.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RememberedClockTest {

    private static final Instant EVENING = Instant.parse("2017-11-10T23:00:00Z");

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void create() {
        folder = new DataFolder(temporary.resolve("data")).create();
        RememberedClock.write(folder, EVENING);
    }

    @Test
    void goesOnWhereASessionStopped() {
        RememberedClock.goOn(folder, EVENING, EVENING.plusSeconds(90));

        assertThat(RememberedClock.read(folder)).contains(EVENING.plusSeconds(90));
        assertThat(RememberedClock.resume(folder, EVENING)).isEqualTo(EVENING.plusSeconds(90));
    }

    @Test
    void neverGoesBackNorIntoTheNextDay() {
        RememberedClock.goOn(folder, EVENING, EVENING.minusSeconds(90));
        RememberedClock.goOn(folder, EVENING, Instant.parse("2017-11-11T05:00:01Z"));

        assertThat(RememberedClock.read(folder)).contains(EVENING);
    }

    @Test
    void anotherEveningIsNotResumed() {
        Instant other = Instant.parse("2017-06-30T22:00:00Z");

        assertThat(RememberedClock.resume(folder, other)).isEqualTo(other);
    }
}
