package io.lumia.platform.time;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The real clock and real random ids, unless the program or test brings its own. */
@Factory
final class TimeFactory {

    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Requires(missingBeans = IdSource.class)
    IdSource idSource(Clock clock) {
        return new RandomIdSource(clock, new SecureRandom());
    }
}
