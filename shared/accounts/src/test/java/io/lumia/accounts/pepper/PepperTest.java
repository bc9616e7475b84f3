package io.lumia.accounts.pepper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.kernel.AppException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PepperTest {

    /** Python: key = hmac(bytes(range(32)), b"lumia.partner-key.1"); hmac(key, b"hello"). */
    @Test
    void hashesAsAnyOtherHmacDoes() {
        byte[] hash = TestPeppers.pepper(1).hash(Purpose.PARTNER_KEY, "hello");

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("eb1b3f8e1fb766d7575168af5cd706ff6baf93bedfed45289d8c683e11892b7e");
    }

    @Test
    void aHashForOnePurposeMeansNothingForAnother() {
        Pepper pepper = TestPeppers.pepper(1);

        assertThat(pepper.hash(Purpose.PARTNER_KEY, "a")).isNotEqualTo(pepper.hash(Purpose.ADDRESS, "a"));
    }

    @Test
    void theHighestVersionIsTheCurrentOne() {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);

        GivenPeppers peppers = GivenPeppers.parse("1:%s, 3:%s,2:%s".formatted(secret, secret, secret));

        assertThat(peppers.current().version()).isEqualTo(3);
        assertThat(peppers.all()).extracting(Pepper::version).containsExactly(3, 2, 1);
        assertThat(peppers.find(2)).isPresent();
        assertThat(peppers.find(4)).isEmpty();
    }

    @Test
    void aBareSecretIsTheFirstVersionAsASecretsManagerMakesIt() {
        // 43 letters and digits: base 64 of 32 bytes without the sign at its end.
        GivenPeppers peppers = GivenPeppers.parse("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ");

        assertThat(peppers.current().version()).isEqualTo(1);
    }

    @Test
    void refusesShortSecretsAndNeverShowsThem() {
        String little = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> GivenPeppers.parse("1:" + little)).hasMessageContaining("31 bytes");
        assertThatThrownBy(() -> Pepper.parse("1:hunter2!"))
                .isInstanceOf(AppException.class)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Pepper.parse("hunter2"))
                .isInstanceOf(AppException.class)
                .hasMessageNotContaining("hunter2");
        assertThat(TestPeppers.pepper(1)).hasToString("pepper version 1");
    }

    @Test
    void refusesTwoSecretsOfOneVersion() {
        List<Pepper> twice = List.of(TestPeppers.pepper(1), TestPeppers.pepper(1));

        assertThatThrownBy(() -> new GivenPeppers(twice)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> new GivenPeppers(List.of())).isInstanceOf(AppException.class);
    }
}
