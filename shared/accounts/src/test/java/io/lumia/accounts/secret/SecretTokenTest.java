package io.lumia.accounts.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTokenTest {

    private final SecretToken token = SecretToken.random(new Random(5));

    @Test
    void isFoundByItsHashWhenItComesBack() {
        SecretToken back = SecretToken.find(token.value()).orElseThrow();

        assertThat(token.value()).hasSize(43);
        assertThat(back.hash()).isEqualTo(token.hash()).hasSize(32);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "' OR 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "\u0000"})
    void whatCannotBeOneIsNotLookedFor(String text) {
        assertThat(SecretToken.find(text)).isEmpty();
    }
}
