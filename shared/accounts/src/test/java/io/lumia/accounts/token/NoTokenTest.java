package io.lumia.accounts.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.token.TokenResult.Reason;
import io.lumia.accounts.token.TokenResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after {@code Bearer} and is no token at all. */
class NoTokenTest {

    private final TokenFixture fixture = new TokenFixture();
    private final String genuine = fixture.token();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b",
                "e30.e30.e30",
                "eyJhbGciOiJFUzI1NiJ9..",
                "null",
                "Bearer x",
                "eyJhbGciOiJFUzI1NiJ9.bnVsbA.AA",
                "eyJhbGciOiJFUzI1NiJ9.W10.AA",
                "eyJhbGciOiJFUzI1NiJ9.e30.AA",
                "\u0000"
            })
    void refusesWhatIsNoToken(String token) {
        assertThat(fixture.check.check(token)).isInstanceOf(Rejected.class);
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        String deep = "{\"iss\":\"https://lumia.example.org\",\"x\":" + "[".repeat(2_500) + "]".repeat(2_500) + "}";

        assertThat(fixture.check.check("a".repeat(CheckToken.MOST_CHARACTERS + 1)))
                .isEqualTo(new Rejected(Reason.MALFORMED));
        assertThat(fixture.check.check(genuine.split("\\.")[0] + "." + encoded(deep) + ".AA"))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void refusesAnEncryptedToken() {
        assertThat(fixture.check.check("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d"))
                .isEqualTo(new Rejected(Reason.MALFORMED));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
