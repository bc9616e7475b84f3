package io.lumia.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.AuditQuery;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.registration.AddByOperator;
import io.lumia.accounts.registration.Register;
import io.lumia.accounts.registration.Registrations;
import io.lumia.accounts.session.ChangeRights;
import io.lumia.accounts.session.OpenByOperator;
import io.lumia.accounts.session.SessionBook;
import io.lumia.accounts.session.Sessions;
import io.lumia.accounts.token.AccessToken;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.accounts.token.CheckToken;
import io.lumia.accounts.token.OwnIssuer;
import io.lumia.accounts.token.TokenResult;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator's commands do, and that it stands in the audit log. */
class OperatorTest {

    private static final EmailAddress ADDRESS = EmailAddress.parse("ada@example.org");

    private final Installation installation = new Installation();
    private final RecordAct record = new RecordAct(installation.get(AuditLog.class), installation.clock);
    private final AddByOperator adding = new AddByOperator(
            installation.get(Users.class),
            installation.get(Registrations.class),
            installation.get(PasswordPolicy.class),
            installation.get(PasswordHasher.class),
            installation.get(OwnIssuer.class),
            record,
            installation.get(Transactions.class),
            installation.clock,
            installation.get(IdSource.class));
    private final OpenByOperator opening = new OpenByOperator(
            installation.get(Users.class),
            installation.get(Sessions.class),
            installation.get(AccessTokens.class),
            record,
            installation.get(Transactions.class),
            installation.clock);

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void anAddedAccountSignsInAtOnceAndItsOldWishIsGone() {
        installation.get(Register.class).register(ADDRESS.value(), "a password of before", Installation.ORIGIN);

        UserId added = add(Role.ADMIN);

        assertThat(installation
                        .signIn(ADDRESS.value(), Installation.PASSWORD)
                        .user()
                        .role())
                .isEqualTo(Role.ADMIN);
        assertThat(installation.query("SELECT count(*) FROM accounts.registration"))
                .isEqualTo("0");
        assertThat(acts("account.added_by_operator")).singleElement().satisfies(entry -> {
            assertThat(entry.content().actor()).isEqualTo("program/operator");
            assertThat(entry.content().subject()).isEqualTo("user/" + added);
            assertThat(entry.content().details()).containsEntry("role", "admin");
        });
    }

    @Test
    void anAddressHasOneAccountAndAnEasyPasswordNone() {
        add(Role.USER);

        assertThatThrownBy(() -> add(Role.USER)).hasMessageContaining("has an account already");
        assertThatThrownBy(() -> adding.add(
                        EmailAddress.parse("bob@example.org"), Password.of("short"), Role.USER, Plan.STANDARD))
                .hasMessageContaining("too short");
        assertThat(acts("account.added_by_operator")).hasSize(1);
    }

    @Test
    void aTokenOfTheOperatorsIsOneOfThatPersonOfALiveSession() {
        UserId added = add(Role.ADVISOR);

        AccessToken token = opening.open(added);

        assertThat(installation.get(CheckToken.class).check(token.value()))
                .isInstanceOfSatisfying(TokenResult.Genuine.class, valid -> {
                    Caller caller = valid.caller();
                    assertThat(caller.user()).isEqualTo(added);
                    assertThat(caller.role()).isEqualTo(Role.ADVISOR);
                    assertThat(installation
                                    .get(SessionBook.class)
                                    .isLive(
                                            added,
                                            Objects.requireNonNull(caller.session()),
                                            installation.clock.instant()))
                            .isTrue();
                });
        assertThat(acts("session.opened_by_operator")).hasSize(1);
    }

    @Test
    void accountsAreListedInTheOrderInWhichTheyWereMade() {
        UserId first = add(Role.USER);
        installation.clock.advance(Duration.ofSeconds(1));
        UserId second = installation.member("bob@example.org");
        installation.get(ChangeRights.class).changeByOperator(second, Role.ADVISOR, Plan.PREMIUM, Installation.ORIGIN);

        List<User> page = installation.get(AccountList.class).page(null, 10);

        assertThat(page).extracting(User::id).containsExactly(first, second);
        assertThat(page.getLast().plan()).isEqualTo(Plan.PREMIUM);
        assertThat(installation.get(AccountList.class).page(first, 10))
                .extracting(User::id)
                .containsExactly(second);
    }

    private UserId add(Role role) {
        return adding.add(ADDRESS, Password.of(Installation.PASSWORD), role, Plan.STANDARD);
    }

    private List<AuditEntry> acts(String kind) {
        AuditQuery query = new AuditQuery(null, null, kind, null, null);
        return installation.get(AuditLog.class).list(query, 1, 10).entries();
    }
}
