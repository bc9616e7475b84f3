package io.lumia.accounts.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final EmailAddress ANN = EmailAddress.parse("ann@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "twelve chars", "ein Satz, den nur ich kenne", "пароль длинный"})
    void takesLongOnesWhateverTheyAreMadeOf(String password) {
        assertThatCode(() -> PasswordPolicy.USUAL.check(Password.of(password), ANN))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eleven char",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "123456789012",
                "Password1234!",
                "QWERTYUIOP12",
                "my ann@example.org"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> PasswordPolicy.USUAL.check(Password.of(password), ANN))
                .hasMessageContaining("password is '(hidden")
                .hasMessageNotContaining(password);
    }

    @Test
    void cannotBeConfiguredToTakeAnything() {
        assertThatThrownBy(() -> new PasswordPolicy(7)).hasMessageContaining("8 to 64");
    }
}
