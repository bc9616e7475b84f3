package io.lumia.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann@example.org",
        "'  Ann@Example.ORG ', ann@example.org",
        "a.n.n+lumia@example.org, a.n.n+lumia@example.org",
        "ann@BÜCHER.example, ann@xn--bcher-kva.example",
        "JOSÉ@example.org, josé@example.org",
        "o'neill@mail.example.co.uk, o'neill@mail.example.co.uk"
    })
    void readsAnAddressInItsNormalForm(String typed, String normal) {
        assertThat(EmailAddress.parse(typed).value()).isEqualTo(normal);
    }

    @Test
    void aComposedAndADecomposedLetterAreOneAddress() {
        assertThat(EmailAddress.parse("jose\u0301@example.org")).isEqualTo(EmailAddress.parse("jos\u00e9@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "ann@localhost",
                "ann@@example.org",
                "a b@example.org",
                ".ann@example.org",
                "ann.@example.org",
                "a..n@example.org",
                "ann@-example.org",
                "ann@example..org",
                "\"ann\"@example.org",
                "ann@[127.0.0.1]",
                "ann@example.org\r\nBcc: eve@example.org",
                "ann\n@example.org",
                "ann@exa_mple.org",
                "ann\u0000@example.org",
                "ann\u202e@example.org",
                "<ann@example.org>",
                "ann@example.org,eve@example.org"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThatThrownBy(() -> EmailAddress.parse(typed)).isInstanceOf(AppException.class);
    }

    @Test
    void refusesOneThatIsTooLong() {
        String local = "a".repeat(EmailAddress.MOST_LOCAL_CHARACTERS);

        assertThat(EmailAddress.parse(local + "@example.org").value()).hasSize(76);
        assertThatThrownBy(() -> EmailAddress.parse(local + "a@example.org")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> EmailAddress.parse(local + "@" + "a.".repeat(95) + "org"))
                .isInstanceOf(AppException.class);
    }

    @Test
    void neitherItsTextNorARefusalShowsIt() {
        assertThat(EmailAddress.parse("ann@example.org").toString()).doesNotContain("ann");
        assertThatThrownBy(() -> EmailAddress.parse("ann at example.org")).hasMessageNotContaining("ann at");
    }

    @Test
    void readingTheNormalFormChangesNothing() {
        Random random = new Random(7);
        String letters = "abzAZ09.+-_'éÉßİıſΣς\u0301Åﬁ中";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = random.nextInt(1, 8); j > 0; j--) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }
            typed.append("@Example.org");
            EmailAddress email;
            try {
                email = EmailAddress.parse(typed.toString());
            } catch (AppException _) {
                continue;
            }
            assertThat(EmailAddress.parse(email.value())).isEqualTo(email);
            read++;
        }
        assertThat(read).isGreaterThan(5_000);
    }
}
