package io.lumia.accounts.wiring;

import io.lumia.accounts.password.Argon2Settings;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.token.OwnIssuer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The typed configuration of accounts. */
@Factory
final class AccountSettings {

    @Singleton
    @Requires(property = "lumia.accounts.issuer")
    OwnIssuer ownIssuer(
            @Value("${lumia.accounts.issuer}") String issuer,
            @Value("${lumia.accounts.audience:lumia-api}") String audience) {
        return new OwnIssuer(issuer, audience);
    }

    /** Values as in {@link Argon2Settings#OWASP} where nothing is configured. */
    @Singleton
    Argon2Settings argon2(
            @Value("${lumia.accounts.argon2.memory-kib:19456}") int memoryKib,
            @Value("${lumia.accounts.argon2.iterations:2}") int iterations,
            @Value("${lumia.accounts.argon2.parallelism:1}") int parallelism) {
        return new Argon2Settings(memoryKib, iterations, parallelism);
    }

    @Singleton
    PasswordPolicy passwordPolicy(@Value("${lumia.accounts.password.least-characters:12}") int leastCharacters) {
        return new PasswordPolicy(leastCharacters);
    }
}
