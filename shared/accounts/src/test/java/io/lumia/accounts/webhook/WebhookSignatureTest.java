package io.lumia.accounts.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected signatures are from Python:
 *
 * <pre>{@code
 * base64.b64encode(hmac.new(base64.b64decode(secret[6:]), f"{id}.{seconds}.{body}".encode(), hashlib.sha256).digest())
 * }</pre>
 */
class WebhookSignatureTest {

    /** The bytes 0 to 31. */
    private static final WebhookSecret COUNTING =
            WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    private static final WebhookSecret EXAMPLE = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    /** The example of the specification's own libraries. */
    @Test
    void signsAsTheSpecificationDoes() {
        assertThat(WebhookSignature.sign(ID, 1_614_265_330, BODY, EXAMPLE))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithBothSecretsOfARotation() {
        Map<String, String> headers = WebhookSignature.headers(
                ID, Instant.ofEpochSecond(1_614_265_330, 999_999_999), BODY, List.of(COUNTING, EXAMPLE));

        assertThat(headers)
                .isEqualTo(Map.of(
                        "webhook-id",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp",
                        "1614265330",
                        "webhook-signature",
                        "v1,O4Gjv1HqPqsMrjmczoggs/sWA8gZD0VyHG+fLh4+ktI= "
                                + "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void signsTheBytesOfTheBody() {
        assertThat(WebhookSignature.sign(
                        "msg_00000000-0000-0000-0000-000000000007",
                        1_795_946_400,
                        "{\"a\":\"\u00e9\"}".getBytes(UTF_8),
                        COUNTING))
                .isEqualTo("v1,RsnI+v11Sc9Ftpzobo9D01Xk5zg88RMjV7ojOjWMgXM=");
    }

    @Test
    void aNewSecretIsThirtyTwoRandomBytes() {
        Random random = new Random(3);
        WebhookSecret secret = WebhookSecret.generate(random);

        assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(WebhookSecret.parse(secret.text()).bytes()).isEqualTo(secret.bytes());
        assertThat(WebhookSecret.generate(random).text()).isNotEqualTo(secret.text());
        assertThat(secret).hasToString("whsec_…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%%"})
    void refusesWhatIsNoSecretWithoutShowingIt(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("(a secret)");
    }

    @Test
    void refusesSecretsThatAreTooLong() {
        String long65 = "whsec_" + Base64.getEncoder().encodeToString(new byte[65]);

        assertThatThrownBy(() -> WebhookSecret.parse(long65)).isInstanceOf(AppException.class);
    }
}
