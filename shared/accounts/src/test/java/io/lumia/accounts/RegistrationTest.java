package io.lumia.accounts;

import static io.lumia.accounts.Installation.ORIGIN;
import static io.lumia.accounts.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.AccountEvent.RegistrationRequested;
import io.lumia.accounts.AccountEvent.Verified;
import io.lumia.accounts.mail.AccountMessage.AlreadyRegistered;
import io.lumia.accounts.registration.Register;
import io.lumia.accounts.registration.Verify;
import io.lumia.accounts.session.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final Installation LUMIA = new Installation();

    private final Register register = LUMIA.get(Register.class);
    private final Verify verify = LUMIA.get(Verify.class);

    @AfterAll
    static void close() {
        LUMIA.close();
    }

    @Test
    void anAccountBeginsWhenItsAddressIsConfirmed() {
        register.register("Begins@Example.org", PASSWORD, ORIGIN);
        assertThat(LUMIA.trySignIn("begins@example.org", PASSWORD)).isInstanceOf(SignIn.Result.Refused.class);

        UserId user = LUMIA.verified(LUMIA.mail.latestToken());

        assertThat(LUMIA.signIn(" begins@example.ORG", PASSWORD).user().id()).isEqualTo(user);
        assertThat(LUMIA.events.of(Verified.class)).extracting(Verified::user).contains(user);
    }

    @Test
    void aTokenWorksOnce() {
        register.register("once@example.org", PASSWORD, ORIGIN);
        String token = LUMIA.mail.latestToken();
        LUMIA.verified(token);

        assertThat(verify.verify(token, ORIGIN)).isInstanceOf(Verify.Result.Refused.class);
    }

    @Test
    void aTokenWorksForADay() {
        register.register("late@example.org", PASSWORD, ORIGIN);
        String token = LUMIA.mail.latestToken();
        LUMIA.clock.advance(Register.TOKEN_LIFETIME);

        assertThat(verify.verify(token, ORIGIN)).isInstanceOf(Verify.Result.Refused.class);
        assertThat(verify.verify("no token at all", ORIGIN)).isInstanceOf(Verify.Result.Refused.class);
    }

    @Test
    void registeringAKnownAddressLooksTheSameAndTellsOnlyItsOwner() {
        UserId owner = LUMIA.member("known@example.org");

        Register.Result result = register.register("KNOWN@example.org", "another long password", ORIGIN);

        assertThat(result).isEqualTo(new Register.Result.Accepted());
        assertThat(LUMIA.mail.sent().getLast())
                .isEqualTo(new AlreadyRegistered(EmailAddress.parse("known@example.org")));
        assertThat(LUMIA.events.of(RegistrationRequested.class).getLast().user())
                .isEqualTo(owner);
        LUMIA.signIn("known@example.org", PASSWORD);
    }

    @Test
    void whoRegisteredSomebodyElsesAddressFirstDoesNotGetIn() {
        register.register("victim@example.org", "the attacker's password", ORIGIN);
        register.register("victim@example.org", "the owner's password", ORIGIN);

        LUMIA.verified(LUMIA.mail.latestToken());

        LUMIA.signIn("victim@example.org", "the owner's password");
        assertThat(LUMIA.trySignIn("victim@example.org", "the attacker's password"))
                .isInstanceOf(SignIn.Result.Refused.class);
        assertThat(LUMIA.query("SELECT count(*) FROM accounts.registration r JOIN accounts.user_account u "
                        + "ON u.email_lookup = r.email_lookup"))
                .isEqualTo("0");
    }

    @Test
    void oneAddressGetsNoMoreThanSoManyMails() {
        for (int i = 0; i < 5; i++) {
            register.register("flooded@example.org", PASSWORD, new Origin("198.51.100." + i, "request-1"));
        }
        int sent = LUMIA.mail.sent().size();

        Register.Result result = register.register("flooded@example.org", PASSWORD, ORIGIN);

        assertThat(result)
                .isEqualTo(new Register.Result.TooManyAttempts(
                        LUMIA.clock.instant().plus(Duration.ofHours(1))));
        assertThat(LUMIA.mail.sent()).hasSize(sent);
    }

    @Test
    void weakPasswordsAreRefusedBeforeAnythingIsKept() {
        assertThatThrownBy(() -> register.register("weak@example.org", "short", ORIGIN))
                .hasMessageContaining("at least 12 characters");
    }

    @Test
    void theAddressIsKeptSealedAndTheTokenHashed() {
        register.register("sealed@example.org", PASSWORD, ORIGIN);
        LUMIA.verified(LUMIA.mail.latestToken());
        register.register("waiting@example.org", PASSWORD, ORIGIN);

        String rows = LUMIA.query(
                "SELECT string_agg(encode(convert_to(t::text, 'UTF8'), 'escape'), ' ') FROM "
                        + "(SELECT u::text AS t FROM accounts.user_account u UNION ALL SELECT r::text FROM accounts.registration r) x");
        String bytes = LUMIA.query("SELECT string_agg(encode(email_sealed, 'escape'), ' ') FROM accounts.registration");

        assertThat(rows + bytes)
                .contains("$argon2id$")
                .doesNotContain("sealed@", "waiting@", PASSWORD, LUMIA.mail.latestToken());
    }
}
