package io.lumia.accounts.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.kernel.AppException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    /** Python: n = zlib.crc32(text), six times divmod(n, 62) into 0-9A-Za-z. The last one has a leading zero. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lum_live_0000000000000000000000000000000FmH8y",
                "lum_test_0123456789ABCDEFGHIJKLMNOPQRST1pAsgI",
                "lum_live_abcdefghijklmnopqrstuvwxyz01234aL4ru",
                "lum_live_00000000000000000000000000020800pMCK"
            })
    void acceptsWhatHasTheRightChecksum(String text) {
        assertThat(KeyText.parse(text)).hasValueSatisfying(key -> {
            assertThat(key.value()).isEqualTo(text);
            assertThat(key.mode()).isEqualTo(text.startsWith("lum_live_") ? KeyMode.LIVE : KeyMode.TEST);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lum_live_",
                "lum_live_0000000000000000000000000000000FmH8z",
                "lum_test_0000000000000000000000000000000FmH8y",
                "lum_live_000000000000000000000000000000FmH8y",
                "lum_live_0000000000000000000000000000000FmH8y ",
                "lum_live_0000000000000000000000000000000FmH8-",
                "LUM_LIVE_0000000000000000000000000000000FmH8y",
                "lum_demo_0000000000000000000000000000000FmH8y"
            })
    void refusesEverythingElseWithoutAsking(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    /** A CRC-32 finds every error of up to 32 bits in a row: every single character and every pair of neighbours. */
    @Test
    void findsEveryTypoOfOneCharacterAndEveryExchangeOfNeighbours() {
        String key = KeyText.generate(KeyMode.LIVE, new Random(7)).value();
        int start = KeyMode.LIVE.prefix().length();

        for (int i = start; i < key.length(); i++) {
            for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray()) {
                String typo = key.substring(0, i) + other + key.substring(i + 1);
                assertThat(KeyText.parse(typo).isPresent()).isEqualTo(typo.equals(key));
            }
            if (i + 1 < key.length()) {
                String swapped = key.substring(0, i) + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2);
                assertThat(KeyText.parse(swapped).isPresent()).isEqualTo(swapped.equals(key));
            }
        }
    }

    /** 30 characters of 62 are 30 · log2(62) = 178.6 bits. */
    @Test
    void generatesWhatItAccepts() {
        Random random = new Random(42);
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            KeyText key = KeyText.generate(KeyMode.TEST, random);
            assertThat(KeyText.parse(key.value())).contains(key);
            assertThat(key.value()).matches("lum_test_[0-9A-Za-z]{36}");
            seen.add(key.value());
        }

        assertThat(seen).hasSize(1_000);
        assertThat(KeyText.RANDOM_CHARACTERS * Math.log(62) / Math.log(2)).isGreaterThan(128);
    }

    @Test
    void isNotShownByAccident() {
        KeyText key =
                KeyText.parse("lum_live_abcdefghijklmnopqrstuvwxyz01234aL4ru").orElseThrow();

        assertThat(key).hasToString("lum_live_abcd…");
        assertThat(new IssuedKey(PartnerKeyFixture.key(1), key).toString()).doesNotContain("abcde");
        assertThatThrownBy(() -> new KeyText(KeyMode.LIVE, "lum_live_secret"))
                .isInstanceOf(AppException.class)
                .hasMessageNotContaining("lum_live_secret");
    }

    /** Python: hmac(hmac(bytes(range(32)), b"lumia.partner-key.1"), b"lum_live_000…FmH8y"). */
    @Test
    void isStoredAsAKeyedHash() {
        KeyText key =
                KeyText.parse("lum_live_0000000000000000000000000000000FmH8y").orElseThrow();

        assertThat(KeyHash.of(key, TestPeppers.pepper(1)))
                .isEqualTo(new KeyHash(1, "3db74f1dd797f3f24914edc335f2bfb5bc614b212740dcdbbced58b932c51652"));
        assertThat(KeyHash.candidates(key, TestPeppers.two()))
                .extracting(KeyHash::pepperVersion)
                .containsExactly(2, 1);
    }
}
