package io.lumia.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.AccountEvent;
import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordAccountEventTest {

    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final UUID SESSION = new UUID(3, 3);
    private static final Instant AT = Instant.parse("2026-11-29T10:15:30.123456Z");
    private static final Origin ORIGIN = new Origin("203.0.113.7", "req-0001");

    private static final List<AccountEvent> EVENTS = List.of(
            new AccountEvent.RegistrationRequested(AT, ORIGIN, null),
            new AccountEvent.Verified(AT, ORIGIN, ANN),
            new AccountEvent.VerificationRefused(AT, ORIGIN, null),
            new AccountEvent.SignedIn(AT, ORIGIN, ANN, SESSION),
            new AccountEvent.SignInRefused(AT, ORIGIN, ANN),
            new AccountEvent.Throttled(AT, ORIGIN, null, "password_account"),
            new AccountEvent.SessionRefreshed(AT, ORIGIN, ANN, SESSION),
            new AccountEvent.RefreshReused(AT, ORIGIN, ANN, SESSION),
            new AccountEvent.SignedOut(AT, ORIGIN, ANN, SESSION),
            new AccountEvent.PasswordChanged(AT, ORIGIN, ANN, 2),
            new AccountEvent.PasswordRefused(AT, ORIGIN, ANN),
            new AccountEvent.ProfileChanged(AT, ORIGIN, ANN),
            new AccountEvent.RightsChanged(AT, ORIGIN, ANN, BOB, Role.ADVISOR, Plan.PREMIUM),
            new AccountEvent.Admitted(AT, ORIGIN, ANN, "https://issuer.example/~pool_1/%7Ea?x=1&y=2"),
            new AccountEvent.SigningKeyRevoked(AT, ORIGIN, null, "k_1-x"),
            new AccountEvent.DataExported(AT, ORIGIN, ANN),
            new AccountEvent.Deleted(AT, ORIGIN, ANN));

    private final FakeAuditLog log = new FakeAuditLog();
    private final RecordAccountEvent events = new RecordAccountEvent(log, TestPeppers.one());

    @Test
    void everyEventBecomesAnEntryOfItsOwnKind() {
        EVENTS.forEach(events::announce);

        assertThat(EVENTS).extracting(Object::getClass).hasSize(AccountEvent.class.getPermittedSubclasses().length);
        assertThat(log.kinds()).hasSameSizeAs(EVENTS).doesNotHaveDuplicates();
        assertThat(log.entries().toString()).doesNotContain("203.0.113");
    }

    @Test
    void anEntrySaysWhoDidWhatToWhom() {
        events.announce(new AccountEvent.RightsChanged(AT, ORIGIN, ANN, BOB, Role.ADVISOR, Plan.PREMIUM));
        events.announce(new AccountEvent.RightsChanged(AT, ORIGIN, ANN, null, Role.ADMIN, Plan.STANDARD));
        events.announce(new AccountEvent.RefreshReused(AT, ORIGIN, ANN, SESSION));

        AuditContent byBob = log.entries().getFirst().content();
        assertThat(byBob.actor()).isEqualTo("user/" + BOB);
        assertThat(byBob.subject()).isEqualTo("user/" + ANN);
        assertThat(byBob.requestId()).isEqualTo("req-0001");
        assertThat(byBob.at()).isEqualTo(AT);
        assertThat(byBob.details()).containsEntry("role", "advisor").containsEntry("plan", "premium");
        assertThat(log.entries().get(1).content().actor()).isEqualTo("program/operator");
        assertThat(log.entries().get(2).content().actor()).isEqualTo("anonymous");
    }
}
