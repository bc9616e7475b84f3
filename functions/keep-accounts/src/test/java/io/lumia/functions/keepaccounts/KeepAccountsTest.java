package io.lumia.functions.keepaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.audit.Checkpoint;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.events.auditchainbroken.v1.AuditChainBroken;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeepAccountsTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final String TICK = "{\"scheduled_for\": \"2026-11-30T03:20:00Z\"}";

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final SettableClock clock = new SettableClock();
    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(properties(database))
            .singletons(clock, bus)
            .start();
    private final AuditLog log = context.getBean(AuditLog.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void sealsWhatIsIntactAndForgetsIdleQuotas() throws SQLException {
        act(3);
        context.getBean(TakeQuota.class).take(QuotaSubject.of(OWNER), QuotaTier.AUTHENTICATED);
        clock.now = clock.now.plus(Duration.ofHours(3));

        assertThat(deliver(TICK)).isEmpty();

        assertThat(log.checkpoints(1, 3)).singleElement().satisfies(seal -> assertThat(seal.kind())
                .isEqualTo(Checkpoint.Kind.SEAL));
        assertThat(count("SELECT count(*) FROM accounts.quota_subject")).isZero();
        assertThat(bus.takeSent()).isEmpty();
    }

    @Test
    void removesWhatIsOlderThanSevenYearsAndTheRestStillVerifies() {
        act(3);
        clock.now = Instant.parse("2030-11-29T10:00:00Z");
        act(2);
        clock.now = Instant.parse("2033-11-30T03:20:00Z");

        assertThat(deliver(TICK)).isEmpty();

        // Two entries of 2030, and that of the pruning itself.
        assertThat(log.after(0, 10)).extracting(entry -> entry.sequence()).containsExactly(4L, 5L, 6L);
        assertThat(context.getBean(VerifyAuditLog.class).verify()).isInstanceOf(Intact.class);
    }

    @Test
    void aBrokenChainFailsIsAnnouncedOnceADayAndIsNotSealed() throws SQLException {
        act(3);
        tamper("UPDATE accounts.audit_entry SET subject = 'key/else' WHERE sequence = 2");

        assertThat(deliver(TICK)).containsExactly("m-1");
        assertThat(deliver(TICK)).containsExactly("m-1");

        List<Announcement> sent = bus.takeSent();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().source()).isEqualTo("lumia.keep-accounts");
        AuditChainBroken event =
                context.getBean(JsonCodec.class).readExactly(sent.getFirst().detail(), AuditChainBroken.class);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.fault()).isEqualTo("changed");
        assertThat(log.checkpoints(1, 3)).isEmpty();
    }

    @Test
    void aStepThatFailsHoldsUpNoneOfTheOthers() throws SQLException {
        act(1);
        tamper("ALTER TABLE accounts.quota_subject RENAME TO quota_subject_away");

        assertThat(deliver(TICK)).containsExactly("m-1");

        assertThat(log.checkpoints(1, 1)).hasSize(1);
    }

    @Test
    void whatIsNoTickFails() {
        assertThat(deliver("{\"job\": \"daily\"}")).containsExactly("m-1");
    }

    @Test
    void theFunctionFileSaysWhatTheCodeDoes() throws IOException {
        FunctionDefinition function = context.getBean(FunctionDefinitions.class)
                .parse("keep-accounts", Files.readString(Path.of("function.json")));

        assertThat(function.handler()).isEqualTo(KeepAccountsHandler.class.getName());
        assertThat(((Queued) function.trigger()).schedules()).hasSize(1);
        assertThat(function.emits()).containsExactly(AuditChainBroken.class.getSimpleName());
        assertThat(function.environment()).containsEntry("LUMIA_AUDIT_RETENTION_YEARS", "7");
    }

    private static Map<String, Object> properties(EmbeddedDatabase database) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("lumia.accounts.peppers", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        return properties;
    }

    private void act(int times) {
        for (int i = 0; i < times; i++) {
            context.getBean(RecordAct.class)
                    .record(new Actor.User(OWNER), new PartnerAct.KeyRevoked(new UUID(1, i), OWNER), "req-1");
        }
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement tampering = connection.createStatement()) {
            tampering.execute("SET session_replication_role = replica");
            tampering.execute(statement);
        }
    }

    private int count(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<String> deliver(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return context.getBean(KeepAccountsHandler.class).handleRequest(event, null).getBatchItemFailures().stream()
                .map(failure -> failure.getItemIdentifier())
                .toList();
    }

    /** Says what it is told. */
    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-11-29T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
