package io.lumia.accounts;

import static io.lumia.accounts.Installation.ORIGIN;
import static io.lumia.accounts.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.AccountEvent.Deleted;
import io.lumia.accounts.mail.AccountMessage;
import io.lumia.accounts.oidc.AdmitExternalUser;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.personal.DeleteAccount;
import io.lumia.accounts.personal.DeleteAccount.Proof;
import io.lumia.accounts.personal.ExportOwnData;
import io.lumia.accounts.personal.ForgetExpired;
import io.lumia.accounts.personal.OwnedData;
import io.lumia.accounts.personal.PersonalData;
import io.lumia.accounts.profile.EditProfile;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.profile.ProfileDraft;
import io.lumia.accounts.profile.RiskTolerance;
import io.lumia.accounts.registration.Register;
import io.lumia.accounts.session.ChangeRights;
import io.lumia.accounts.session.RefreshSession;
import io.lumia.accounts.session.Session;
import io.lumia.accounts.session.SessionTokens;
import io.lumia.accounts.session.SignIn;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final Installation LUMIA = new Installation(Map.of("test.notes", true));
    private static final ProfileDraft DRAFT =
            new ProfileDraft("moderate", "long", List.of("Technology"), List.of("TSLA"));

    private final EditProfile profiles = LUMIA.get(EditProfile.class);
    private final ExportOwnData export = LUMIA.get(ExportOwnData.class);
    private final DeleteAccount delete = LUMIA.get(DeleteAccount.class);

    @AfterAll
    static void close() {
        LUMIA.close();
    }

    @Test
    void everybodyHasAProfileOfHisOwn() {
        UserId one = LUMIA.member("one@example.org");
        UserId other = LUMIA.member("other@example.org");

        profiles.put(one, DRAFT, ORIGIN);

        assertThat(profiles.get(one).riskTolerance()).isEqualTo(RiskTolerance.MODERATE);
        assertThat(profiles.get(one).excludedAssets()).containsExactly("TSLA");
        assertThat(profiles.get(other)).isEqualTo(Profile.EMPTY);
    }

    @Test
    void puttingAProfileTwiceChangesNothing() {
        UserId user = LUMIA.member("twice@example.org");
        profiles.put(user, DRAFT, ORIGIN);
        int announced = LUMIA.events.all().size();

        profiles.put(user, DRAFT, ORIGIN);

        assertThat(LUMIA.events.all()).hasSize(announced);
    }

    @Test
    void anExportHasAllThatWeHold() {
        UserId user = LUMIA.member("export@example.org");
        SessionTokens tokens = LUMIA.signIn("export@example.org", PASSWORD);
        profiles.put(user, DRAFT, ORIGIN);
        LUMIA.get(Notes.class).byOwner.put(user, "{\"note\": 1}");

        PersonalData data = export.export(user, ORIGIN);

        assertThat(data.email()).isEqualTo(EmailAddress.parse("export@example.org"));
        assertThat(data.user().id()).isEqualTo(user);
        assertThat(data.profile().preferredSectors()).containsExactly("Technology");
        assertThat(data.sessions()).extracting(Session::id).containsExactly(tokens.session());
        assertThat(data.sections())
                .isEqualTo(Map.of("notes", List.of("{\"note\": 1}"), "partner_keys", List.of(), "webhooks", List.of()));
    }

    @Test
    void whatIsDeletedIsGoneExceptTheBareId() {
        UserId user = LUMIA.member("gone@example.org");
        SessionTokens tokens = LUMIA.signIn("gone@example.org", PASSWORD);
        profiles.put(user, DRAFT, ORIGIN);
        LUMIA.get(Notes.class).byOwner.put(user, "{}");

        assertThat(delete.delete(user, typed("wrong horse battery"), ORIGIN))
                .isEqualTo(new DeleteAccount.Result.WrongPassword());
        assertThat(delete.delete(user, new Proof.TokenOnly(), ORIGIN))
                .as("a token that was found is not enough")
                .isEqualTo(new DeleteAccount.Result.PasswordMissing());
        assertThat(delete.delete(user, typed(PASSWORD), ORIGIN)).isEqualTo(new DeleteAccount.Result.Done());

        assertThat(LUMIA.trySignIn("gone@example.org", PASSWORD)).isInstanceOf(SignIn.Result.Refused.class);
        assertThat(LUMIA.get(RefreshSession.class).refresh(tokens.refresh().value(), ORIGIN))
                .isInstanceOf(RefreshSession.Result.Refused.class);
        assertThatThrownBy(() -> export.export(user, ORIGIN)).hasMessageContaining("no user");
        assertThat(LUMIA.get(Notes.class).byOwner).doesNotContainKey(user);
        assertThat(LUMIA.query("SELECT concat_ws(',', role, email_lookup, email_sealed, password_hash, "
                        + "erased_at IS NOT NULL) FROM accounts.user_account WHERE user_id = '" + user + "'"))
                .isEqualTo("user,t");
        for (String table : List.of("session", "refresh_token", "profile")) {
            assertThat(LUMIA.query("SELECT count(*) FROM accounts." + table + " WHERE user_id = '" + user + "'"))
                    .isEqualTo("0");
        }
        assertThat(LUMIA.events.of(Deleted.class)).extracting(Deleted::user).containsOnlyOnce(user);
        assertThat(LUMIA.mail.sent().getLast()).isInstanceOf(AccountMessage.AccountDeleted.class);
    }

    private static Proof typed(String password) {
        return new Proof.Typed(Password.of(password));
    }

    @Test
    void anAddressIsFreeAgainWhenItsAccountIsGone() {
        UserId before = LUMIA.member("again@example.org");
        delete.delete(before, typed(PASSWORD), ORIGIN);

        UserId after = LUMIA.member("again@example.org");

        assertThat(after).isNotEqualTo(before);
        assertThat(profiles.get(after)).isEqualTo(Profile.EMPTY);
    }

    @Test
    void whoSignsInElsewhereIsAdmittedOnceAndStaysOutAfterHeDeletedHisAccount() {
        AdmitExternalUser admit = LUMIA.get(AdmitExternalUser.class);
        UserId user = new UserId(UUID.fromString("11111111-0000-5000-8000-000000000001"));
        Caller caller = new Caller(user, null, Role.USER, Plan.STANDARD, Role.USER.scopes(), "https://id.example.org");

        assertThat(admit.admit(caller, ORIGIN)).isTrue();
        assertThat(admit.admit(caller, ORIGIN)).isTrue();
        profiles.put(user, DRAFT, ORIGIN);
        assertThat(export.export(user, ORIGIN).email()).isNull();
        assertThatThrownBy(() -> LUMIA.get(ChangeRights.class).changeByOperator(user, Role.ADMIN, Plan.PREMIUM, ORIGIN))
                .hasMessageContaining("https://id.example.org");
        assertThat(delete.delete(user, new Proof.TokenOnly(), ORIGIN)).isEqualTo(new DeleteAccount.Result.Done());

        assertThat(admit.admit(caller, ORIGIN)).isFalse();
        assertThatThrownBy(() -> profiles.put(user, DRAFT, ORIGIN)).hasMessageContaining("no user");
    }

    @Test
    void whatHasOutlivedItsPurposeIsForgotten() {
        LUMIA.member("forgetful@example.org");
        SessionTokens tokens = LUMIA.signIn("forgetful@example.org", PASSWORD);
        LUMIA.get(RefreshSession.class).refresh(tokens.refresh().value(), ORIGIN);
        LUMIA.get(Register.class).register("never-confirmed@example.org", PASSWORD, ORIGIN);
        LUMIA.trySignIn("forgetful@example.org", "wrong horse battery");
        ForgetExpired forget = LUMIA.get(ForgetExpired.class);

        LUMIA.clock.advance(Duration.ofDays(8));
        forget.forget();
        assertThat(LUMIA.query("SELECT count(*) FROM accounts.registration")).isEqualTo("0");
        assertThat(LUMIA.query("SELECT count(*) FROM accounts.attempt")).isEqualTo("0");
        assertThat(LUMIA.query("SELECT count(*) FROM accounts.refresh_token WHERE used_at IS NOT NULL"))
                .isEqualTo("0");
        assertThat(LUMIA.query("SELECT count(*) > 0 FROM accounts.session")).isEqualTo("t");

        LUMIA.clock.advance(Duration.ofDays(120));
        assertThat(forget.forget()).isPositive();
        assertThat(forget.forget()).isZero();
        assertThat(LUMIA.query("SELECT count(*) FROM accounts.session")).isEqualTo("0");
    }

    /** What another part of Lumia would hold. */
    @Singleton
    @Requires(property = "test.notes")
    static final class Notes implements OwnedData {

        private final Map<UserId, String> byOwner = new ConcurrentHashMap<>();

        @Override
        public String section() {
            return "notes";
        }

        @Override
        public List<String> export(UserId owner) {
            return byOwner.containsKey(owner) ? List.of(byOwner.get(owner)) : List.of();
        }

        @Override
        public void erase(UserId owner) {
            byOwner.remove(owner);
        }
    }
}
