package io.lumia.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

    /** Cheap on purpose: what is tested is not how long it takes. */
    private static final Argon2Settings CHEAP = new Argon2Settings(64, 1, 1);

    private final PasswordHasher hasher = new PasswordHasher(CHEAP, new Random(1));

    /** Test vectors of the reference implementation, github.com/P-H-C/phc-winner-argon2, src/test.c, version 0x13, Argon2id. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void agreesWithTheReferenceImplementation(String phc) {
        PasswordHash hash = PasswordHash.parse(phc);

        assertThat(hasher.matches(Password.of("password"), hash)).isTrue();
        assertThat(hasher.matches(Password.of("Password"), hash)).isFalse();
        assertThat(hash.phc()).isEqualTo(phc);
    }

    @Test
    void hashesWithASaltOfItsOwn() {
        Password password = Password.of("correct horse battery");
        PasswordHash one = hasher.hash(password);
        PasswordHash other = hasher.hash(password);

        assertThat(one.phc()).startsWith("$argon2id$v=19$m=64,t=1,p=1$").isNotEqualTo(other.phc());
        assertThat(hasher.matches(password, PasswordHash.parse(one.phc()))).isTrue();
        assertThat(hasher.matches(Password.of("correct horse batterz"), one)).isFalse();
    }

    @Test
    void aHashOfOtherSettingsStillCountsButIsOutdated() {
        Password password = Password.of("correct horse battery");
        PasswordHash old = hasher.hash(password);
        PasswordHasher today = new PasswordHasher(new Argon2Settings(128, 2, 1), new Random(2));

        assertThat(today.matches(password, old)).isTrue();
        assertThat(today.isOutdated(old)).isTrue();
        assertThat(today.isOutdated(today.hash(password))).isFalse();
    }

    @Test
    void twoWaysToTypeALetterAreOnePassword() {
        PasswordHash hash = hasher.hash(Password.of("caf\u00e9 au lait, s'il"));

        assertThat(hasher.matches(Password.of("cafe\u0301 au lait, s'il"), hash))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2b$12$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c",
                "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void refusesToComputeWhatIsNoHashOfOurs(String phc) {
        assertThatThrownBy(() -> PasswordHash.parse(phc)).isInstanceOf(AppException.class);
    }

    @Test
    void refusesSettingsThatAreOutOfBounds() {
        assertThatThrownBy(() -> new Argon2Settings(1, 2, 1)).hasMessageContaining("lumia.accounts.argon2.memory-kib");
        assertThatThrownBy(() -> new Argon2Settings(19_456, 0, 1)).hasMessageContaining("iterations");
        assertThatThrownBy(() -> new Argon2Settings(19_456, 2, 99)).hasMessageContaining("parallelism");
    }

    @Test
    void manyAtOnceTakeTurns() throws Exception {
        PasswordHash hash = hasher.hash(Password.of("correct horse battery"));
        try (var executor = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            java.util.concurrent.Callable<Boolean> check =
                    () -> hasher.matches(Password.of("correct horse battery"), hash);
            for (var result : executor.invokeAll(java.util.Collections.nCopies(50, check))) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void nothingShowsAPassword() {
        assertThat(Password.of("correct horse battery").toString()).doesNotContain("horse");
        assertThat(hasher.hash(Password.of("correct horse battery")).toString()).isEqualTo("PasswordHash[hidden]");
        assertThatThrownBy(() -> Password.of("x".repeat(Password.MOST_CHARACTERS + 1)))
                .hasMessageNotContaining("xxx");
    }
}
