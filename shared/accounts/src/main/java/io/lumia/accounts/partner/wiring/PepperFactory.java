package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.pepper.GivenPeppers;
import io.lumia.accounts.pepper.Peppers;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The peppers of a setting. There is no default: a known pepper is none. */
@Factory
@Requires(property = "lumia.accounts.peppers")
final class PepperFactory {

    @Singleton
    @Requires(missingBeans = Peppers.class)
    Peppers peppers(@Value("${lumia.accounts.peppers}") String peppers) {
        return GivenPeppers.parse(peppers);
    }
}
