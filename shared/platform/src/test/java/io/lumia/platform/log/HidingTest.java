package io.lumia.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HidingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer canary-1234567890",
                "authorization=Basic canaryCANARY==",
                "sent {\"password\":\"canary, with a comma\",\"name\":\"x\"}",
                "LUMIA_PROVIDERS_TIINGO_API_KEY=canary123",
                "https://api.example/v1?symbol=AAPL&apikey=canary123&x=1",
                "https://api.example/v1?key=canary123",
                "jdbc:postgresql://lumia:canary123@db.example/lumia",
                "key lum_live_canary123_abcdef is unknown",
                "secret whsec_canary123abc is unknown",
                "no user canary.jane+news@mail.example.org",
                "token eyJhbGciOiJFUzI1NiJ9.eyJjYW5hcnkiOjF9.canary-signature",
                "pepper: 'canary 123'",
            })
    void whatLooksLikeASecretOrAnAddressIsTakenOut(String text) {
        assertThat(Hiding.in(text)).doesNotContainIgnoringCase("canary").contains("[hidden]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run 0198f5d2-aaaa-7bbb-8ccc-0123456789ab of daily-prices succeeded: 5 asked, 0 failed {}",
                "symbol is 'BRK.B'; allowed: 1 to 12 letters",
                "message sqs-4 failed with MALFORMED_MESSAGE: page_size is 7",
                "key symbols of 25 assets, tokens of the lexicon",
            })
    void whatHelpsStays(String text) {
        assertThat(Hiding.in(text)).isEqualTo(text);
    }

    @Test
    void aLongMessageIsCutAndSaysSo() {
        assertThat(Hiding.in("x".repeat(10_000)))
                .endsWith("… (10000 characters)")
                .hasSizeLessThan(8_300);
    }
}
