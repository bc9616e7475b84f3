package io.lumia.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomIdSourceTest {

    private static final Instant NOON = Instant.parse("2017-12-29T12:00:00.123Z");

    @Test
    void makesVersionSevenOfTheIetfVariant() {
        UUID id = idsAt(NOON).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void beginsWithTheMillisecondsOfItsBirth() {
        assertThat(idsAt(NOON).next().getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void sortsByTimeOfBirth() {
        assertThat(idsAt(NOON).next().toString())
                .isLessThan(idsAt(NOON.plusMillis(1)).next().toString());
    }

    @Test
    void neverRepeatsWithinAMillisecond() {
        IdSource ids = idsAt(NOON);
        Set<UUID> seen = new HashSet<>();

        for (int count = 0; count < 100_000; count++) {
            assertThat(seen.add(ids.next())).isTrue();
        }
    }

    @Test
    void givesWayToTheClockAndTheIdsOfAProgram() {
        UUID only = new UUID(1, 2);
        try (ApplicationContext context = ApplicationContext.builder()
                .singletons(Clock.fixed(NOON, ZoneOffset.UTC), (IdSource) () -> only)
                .start()) {
            assertThat(context.getBean(Clock.class).instant()).isEqualTo(NOON);
            assertThat(context.getBean(IdSource.class).next()).isEqualTo(only);
        }
    }

    @Test
    void usesTheRealClockOtherwise() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
            assertThat(context.getBean(IdSource.class).next())
                    .isNotEqualTo(context.getBean(IdSource.class).next());
        }
    }

    private static IdSource idsAt(Instant instant) {
        return new RandomIdSource(Clock.fixed(instant, ZoneOffset.UTC), new Random(42));
    }
}
