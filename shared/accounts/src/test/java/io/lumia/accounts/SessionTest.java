package io.lumia.accounts;

import static io.lumia.accounts.Installation.ORIGIN;
import static io.lumia.accounts.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.AccountEvent.RefreshReused;
import io.lumia.accounts.AccountEvent.RightsChanged;
import io.lumia.accounts.AccountEvent.SignInRefused;
import io.lumia.accounts.AccountEvent.SignedOut;
import io.lumia.accounts.password.Argon2Settings;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.session.ChangePassword;
import io.lumia.accounts.session.ChangeRights;
import io.lumia.accounts.session.EndReason;
import io.lumia.accounts.session.RefreshSession;
import io.lumia.accounts.session.RefreshSession.Result.Refreshed;
import io.lumia.accounts.session.Session;
import io.lumia.accounts.session.SessionBook;
import io.lumia.accounts.session.SessionTokens;
import io.lumia.accounts.session.Sessions;
import io.lumia.accounts.session.SignIn;
import io.lumia.accounts.session.SignOut;
import io.lumia.accounts.throttle.Throttle;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.accounts.token.CheckToken;
import io.lumia.accounts.token.TokenResult.Genuine;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Transactions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Installation LUMIA = new Installation();
    private static final int AT_ONCE = 8;

    private final RefreshSession refresh = LUMIA.get(RefreshSession.class);
    private final SessionBook book = LUMIA.get(SessionBook.class);

    @AfterAll
    static void close() {
        LUMIA.close();
    }

    @Test
    void signingInGivesAnAccessTokenOfFifteenMinutesAndARefreshTokenOfSevenDays() {
        UserId ann = LUMIA.member("ann@example.org");

        SessionTokens tokens = LUMIA.signIn("ann@example.org", PASSWORD);

        assertThat(LUMIA.get(CheckToken.class).check(tokens.access().value()))
                .isInstanceOfSatisfying(Genuine.class, genuine -> {
                    assertThat(genuine.caller().user()).isEqualTo(ann);
                    assertThat(genuine.caller().session()).isEqualTo(tokens.session());
                    assertThat(genuine.caller().scopes()).isEqualTo(Role.USER.scopes());
                });
        assertThat(Duration.between(LUMIA.clock.instant(), tokens.access().expiresAt()))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(Duration.between(LUMIA.clock.instant(), tokens.refreshExpiresAt()))
                .isEqualTo(Duration.ofDays(7));
        assertThat(book.isLive(ann, tokens.session(), LUMIA.clock.instant())).isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlikeButToldApartToTheAudit() {
        UserId bob = LUMIA.member("bob@example.org");

        assertThat(LUMIA.trySignIn("bob@example.org", "wrong horse battery"))
                .isEqualTo(LUMIA.trySignIn("nobody@example.org", "wrong horse battery"));

        assertThat(LUMIA.events.of(SignInRefused.class))
                .extracting(SignInRefused::user)
                .contains(bob, (UserId) null);
    }

    @Test
    void eachRefreshTokenIsFollowedByAnother() {
        LUMIA.member("rotate@example.org");
        SessionTokens first = LUMIA.signIn("rotate@example.org", PASSWORD);

        SessionTokens second = refreshed(first.refresh().value());
        SessionTokens third = refreshed(second.refresh().value());

        assertThat(List.of(
                        first.refresh().value(),
                        second.refresh().value(),
                        third.refresh().value()))
                .doesNotHaveDuplicates();
        assertThat(third.session()).isEqualTo(first.session());
    }

    @Test
    void aTokenThatComesAgainEndsTheSessionForBoth() {
        UserId user = LUMIA.member("stolen@example.org");
        SessionTokens first = LUMIA.signIn("stolen@example.org", PASSWORD);
        SessionTokens other = LUMIA.signIn("stolen@example.org", PASSWORD);
        SessionTokens second = refreshed(first.refresh().value());

        assertRefused(first.refresh().value());

        assertRefused(second.refresh().value());
        assertThat(book.isLive(user, first.session(), LUMIA.clock.instant())).isFalse();
        assertThat(LUMIA.events.of(RefreshReused.class))
                .extracting(RefreshReused::sessionId)
                .containsOnlyOnce(first.session());
        refreshed(other.refresh().value());
    }

    @Test
    void ofManyWhoUseOneTokenAtOnceOneGetsTheNextAndTheSessionEnds() throws Exception {
        UserId user = LUMIA.member("race@example.org");
        SessionTokens first = LUMIA.signIn("race@example.org", PASSWORD);

        List<RefreshSession.Result> results =
                atOnce(() -> refresh.refresh(first.refresh().value(), ORIGIN));

        List<Refreshed> refreshed = results.stream()
                .filter(Refreshed.class::isInstance)
                .map(Refreshed.class::cast)
                .toList();
        assertThat(refreshed).hasSize(1);
        assertRefused(refreshed.getFirst().tokens().refresh().value());
        assertThat(book.isLive(user, first.session(), LUMIA.clock.instant())).isFalse();
    }

    @Test
    void aRefreshTokenIsOverAfterSevenDaysAndASessionAfterNinety() {
        LUMIA.member("old@example.org");
        SessionTokens tokens = LUMIA.signIn("old@example.org", PASSWORD);
        SessionTokens left = LUMIA.signIn("old@example.org", PASSWORD);

        for (int day = 6; day < 90; day += 6) {
            LUMIA.clock.advance(Duration.ofDays(6));
            tokens = refreshed(tokens.refresh().value());
        }

        assertRefused(left.refresh().value());
        LUMIA.clock.advance(Duration.ofDays(6));
        assertRefused(tokens.refresh().value());
    }

    @Test
    void onlyItsOwnerSignsASessionOut() {
        UserId owner = LUMIA.member("owner@example.org");
        UserId stranger = LUMIA.member("stranger@example.org");
        SessionTokens tokens = LUMIA.signIn("owner@example.org", PASSWORD);
        SignOut signOut = LUMIA.get(SignOut.class);

        assertThat(signOut.signOut(stranger, tokens.session(), ORIGIN)).isFalse();
        assertThat(book.isLive(stranger, tokens.session(), LUMIA.clock.instant()))
                .isFalse();
        assertThat(book.isLive(owner, tokens.session(), LUMIA.clock.instant())).isTrue();
        assertThat(signOut.signOut(owner, tokens.session(), ORIGIN)).isTrue();
        assertThat(signOut.signOut(owner, tokens.session(), ORIGIN)).isFalse();
        assertRefused(tokens.refresh().value());
    }

    @Test
    void whoHoldsARefreshTokenSignsItsSessionOut() {
        UserId owner = LUMIA.member("revoker@example.org");
        SessionTokens first = LUMIA.signIn("revoker@example.org", PASSWORD);
        SessionTokens other = LUMIA.signIn("revoker@example.org", PASSWORD);
        SignOut signOut = LUMIA.get(SignOut.class);

        assertThat(signOut.signOut("nothing of ours", ORIGIN)).isFalse();
        assertThat(signOut.signOut(first.refresh().value(), ORIGIN)).isTrue();
        assertThat(signOut.signOut(first.refresh().value(), ORIGIN)).isFalse();

        assertRefused(first.refresh().value());
        assertThat(book.isLive(owner, other.session(), LUMIA.clock.instant())).isTrue();
        assertThat(LUMIA.events.of(SignedOut.class).getLast().sessionId()).isEqualTo(first.session());
    }

    @Test
    void aChangedPasswordEndsEverySession() {
        UserId user = LUMIA.member("change@example.org");
        SessionTokens one = LUMIA.signIn("change@example.org", PASSWORD);
        SessionTokens other = LUMIA.signIn("change@example.org", PASSWORD);
        ChangePassword change = LUMIA.get(ChangePassword.class);

        assertThat(change.change(user, "wrong horse battery", "another long password", ORIGIN))
                .isEqualTo(new ChangePassword.Result.WrongPassword());
        assertThat(change.change(user, PASSWORD, "another long password", ORIGIN))
                .isEqualTo(new ChangePassword.Result.Changed(2));

        assertRefused(one.refresh().value());
        assertRefused(other.refresh().value());
        assertThat(LUMIA.trySignIn("change@example.org", PASSWORD)).isInstanceOf(SignIn.Result.Refused.class);
        LUMIA.signIn("change@example.org", "another long password");
        assertThat(book.newest(user, 10))
                .extracting(Session::endReason)
                .containsExactlyInAnyOrder(null, EndReason.PASSWORD_CHANGED, EndReason.PASSWORD_CHANGED);
    }

    @Test
    void whoSignsInWithAPasswordThatIsChangedMeanwhileStaysOut() {
        UserId user = LUMIA.member("overtaken@example.org");
        ChangePassword change = LUMIA.get(ChangePassword.class);
        Users changing = beforeLocking(() -> change.change(user, PASSWORD, "another long password", ORIGIN));
        SignIn slow = new SignIn(
                changing,
                LUMIA.get(PasswordHasher.class),
                LUMIA.get(Throttle.class),
                LUMIA.get(Sessions.class),
                LUMIA.get(AccessTokens.class),
                LUMIA.events,
                LUMIA.get(Transactions.class),
                LUMIA.clock);

        assertThat(slow.signIn("overtaken@example.org", PASSWORD, ORIGIN)).isInstanceOf(SignIn.Result.Refused.class);

        assertThat(book.newest(user, 10)).isEmpty();
    }

    /** The real users, but that something else happens between comparing a password and locking its owner. */
    private static Users beforeLocking(Runnable other) {
        Users real = LUMIA.get(Users.class);
        return (Users) Proxy.newProxyInstance(
                Users.class.getClassLoader(), new Class<?>[] {Users.class}, (_, method, arguments) -> {
                    if (method.getName().equals("lock")) {
                        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
                            elsewhere.submit(other).get();
                        }
                    }
                    return method.invoke(real, arguments);
                });
    }

    @Test
    void otherRightsCountFromTheNextSignIn() {
        UserId user = LUMIA.member("promoted@example.org");
        SessionTokens before = LUMIA.signIn("promoted@example.org", PASSWORD);

        LUMIA.get(ChangeRights.class).changeByOperator(user, Role.ADVISOR, Plan.PREMIUM, ORIGIN);

        assertRefused(before.refresh().value());
        assertThat(LUMIA.get(CheckToken.class)
                        .check(LUMIA.signIn("promoted@example.org", PASSWORD)
                                .access()
                                .value()))
                .isInstanceOfSatisfying(Genuine.class, genuine -> {
                    assertThat(genuine.caller().role()).isEqualTo(Role.ADVISOR);
                    assertThat(genuine.caller().plan()).isEqualTo(Plan.PREMIUM);
                });
    }

    @Test
    void onlyAnAdminChangesRightsAndNotHisOwn() {
        UserId admin = LUMIA.member("admin@example.org");
        UserId user = LUMIA.member("subject@example.org");
        ChangeRights rights = LUMIA.get(ChangeRights.class);
        Principal asAdmin = caller(admin, Role.ADMIN);

        rights.change(asAdmin, user, Role.ADVISOR, Plan.STANDARD, ORIGIN);

        assertThat(LUMIA.get(Users.class).find(user).orElseThrow().role()).isEqualTo(Role.ADVISOR);
        assertThat(LUMIA.events.of(RightsChanged.class).getLast().by()).isEqualTo(admin);
        assertThatThrownBy(() -> rights.change(asAdmin, admin, Role.USER, Plan.STANDARD, ORIGIN))
                .hasMessageContaining("his own");
        assertThatThrownBy(() -> rights.change(caller(user, Role.ADVISOR), admin, Role.USER, Plan.STANDARD, ORIGIN))
                .hasMessageContaining("users:manage");
        assertThatThrownBy(() ->
                        rights.change(asAdmin, new UserId(new java.util.UUID(1, 1)), Role.ADMIN, Plan.STANDARD, ORIGIN))
                .hasMessageContaining("no user");
    }

    private static Principal caller(UserId user, Role role) {
        return new Principal(Principal.Kind.PERSON, user.toString(), role, role.scopes(), null);
    }

    @Test
    void oneSessionTooManyEndsTheOldest() {
        UserId user = LUMIA.member("many@example.org");
        SessionTokens oldest = LUMIA.signIn("many@example.org", PASSWORD);
        for (int i = 0; i < Sessions.MOST_AT_ONCE; i++) {
            LUMIA.clock.advance(Duration.ofSeconds(1));
            LUMIA.signIn("many@example.org", PASSWORD);
        }

        assertThat(book.newest(user, 100))
                .filteredOn(session -> session.endedAt() == null)
                .hasSize(20);
        assertRefused(oldest.refresh().value());
    }

    @Test
    void afterTenWrongPasswordsTheRightOneHasToWait() {
        LUMIA.member("guessed@example.org");
        LUMIA.member("bystander@example.org");
        for (int i = 0; i < 10; i++) {
            assertThat(LUMIA.trySignIn("guessed@example.org", "wrong horse " + i))
                    .isInstanceOf(SignIn.Result.Refused.class);
        }

        assertThat(LUMIA.trySignIn("Guessed@example.org", PASSWORD))
                .isEqualTo(
                        new SignIn.Result.TooManyAttempts(LUMIA.clock.instant().plus(Duration.ofMinutes(15))));
        LUMIA.signIn("bystander@example.org", PASSWORD);
        LUMIA.clock.advance(Duration.ofMinutes(15));
        LUMIA.signIn("guessed@example.org", PASSWORD);
    }

    @Test
    void anUnknownAddressIsThrottledAsAKnownOneIs() {
        for (int i = 0; i < 10; i++) {
            LUMIA.trySignIn("never-there@example.org", "wrong horse battery");
        }

        assertThat(LUMIA.trySignIn("never-there@example.org", "wrong horse battery"))
                .isInstanceOf(SignIn.Result.TooManyAttempts.class);
    }

    @Test
    void triesAtOnceGetNoFurtherThanTriesInARow() throws Exception {
        LUMIA.member("parallel@example.org");

        List<SignIn.Result> results = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            results.addAll(atOnce(() -> LUMIA.trySignIn("parallel@example.org", "wrong horse battery")));
        }

        assertThat(results).filteredOn(SignIn.Result.Refused.class::isInstance).hasSize(10);
    }

    @Test
    void aRightPasswordClearsTheWrongOnesBefore() {
        LUMIA.member("clumsy@example.org");
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 9; i++) {
                LUMIA.trySignIn("clumsy@example.org", "wrong horse battery");
            }
            LUMIA.signIn("clumsy@example.org", PASSWORD);
        }
    }

    @Test
    void aHashOfOldSettingsIsMadeAnewWhenItsOwnerSignsIn() {
        UserId user = LUMIA.member("rehash@example.org");
        Argon2Settings old = new Argon2Settings(128, 2, 1);
        LUMIA.get(Users.class)
                .setPassword(
                        user,
                        new PasswordHasher(old, new java.util.Random(1))
                                .hash(io.lumia.accounts.password.Password.of(PASSWORD)),
                        LUMIA.clock.instant());

        LUMIA.signIn("rehash@example.org", PASSWORD);

        String kept = LUMIA.query("SELECT password_hash FROM accounts.user_account WHERE user_id = '" + user + "'");
        assertThat(kept).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        LUMIA.signIn("rehash@example.org", PASSWORD);
    }

    private SessionTokens refreshed(String token) {
        return switch (refresh.refresh(token, ORIGIN)) {
            case Refreshed done -> done.tokens();
            case RefreshSession.Result.Refused refused -> throw new AssertionError(refused);
        };
    }

    private void assertRefused(String token) {
        assertThat(refresh.refresh(token, ORIGIN)).isInstanceOf(RefreshSession.Result.Refused.class);
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(java.util.Collections.nCopies(AT_ONCE, work))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
