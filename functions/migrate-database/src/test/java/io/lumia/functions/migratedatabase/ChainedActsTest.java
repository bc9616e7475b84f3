package io.lumia.functions.migratedatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.collection.AuditLog;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What SQL appends to the audit chain is what Java would have appended: Java's verification finds nothing. */
class ChainedActsTest {

    private static final UserId ADMIN = new UserId(new UUID(0x0193, 0x8000_0000_0000_0001L));

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(properties());
    private final AuditLog acts = context.getBean(AuditLog.class);
    private final io.lumia.accounts.audit.AuditLog chain = context.getBean(io.lumia.accounts.audit.AuditLog.class);
    private final Transactions transactions = context.getBean(Transactions.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void whatPeopleDoToCollectionStandsInTheChainAmongAllOtherActs() throws SQLException {
        act(ADMIN.toString(), "2026-11-29T10:00:00Z", "quarantine/42", Map.of("note", "a café's “ledger”"));
        context.getBean(RecordAct.class)
                .record(new Actor.User(ADMIN), new PartnerAct.KeyRevoked(new UUID(1, 1), ADMIN), "req-2");
        act("local", "2026-11-29T10:00:00.120Z", "job/daily-prices", Map.of());
        act("local", "2026-11-29T10:00:00.000120Z", "job/größer", Map.of("a", 1));

        assertThat(context.getBean(VerifyAuditLog.class).verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(4));
        List<AuditEntry> entries = chain.after(0, 10);
        assertThat(entries.getFirst().content().actor()).isEqualTo("user/" + ADMIN);
        assertThat(entries.getFirst().content().kind()).isEqualTo("quarantine.release");
        assertThat(entries.getFirst().content().subject()).isEqualTo("quarantine/42");
        assertThat(entries.getFirst().content().requestId()).isEqualTo("req-1");
        assertThat(entries.getFirst().content().details())
                .containsEntry("entry", "1")
                .containsEntry("details_sha256", hashOfDetails(1));
        assertThat(entries.get(2).content().actor()).isEqualTo("program/local");
        assertThat(entries.get(2).content().at()).isEqualTo("2026-11-29T10:00:00.120Z");
    }

    @Test
    void whatIsRolledBackIsInNeither() {
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    acts.add(entry("local", "2026-11-29T10:00:00Z", "job/a", Map.of()));
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessageContaining("the act failed");

        assertThat(chain.head().sequence()).isZero();
    }

    @Test
    void nobodyChangesWhatWasWrittenDown() {
        act("local", "2026-11-29T10:00:00Z", "job/a", Map.of());

        assertThatThrownBy(() -> execute("UPDATE collection.audit_entry SET actor = 'somebody else'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("DELETE FROM collection.audit_entry")).hasMessageContaining("append-only");
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("lumia.accounts.peppers", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        return properties;
    }

    private void act(String actor, String at, String subject, Map<String, Object> details) {
        transactions.inTransaction(() -> acts.add(entry(actor, at, subject, details)));
    }

    private static io.lumia.collection.AuditEntry entry(
            String actor, String at, String subject, Map<String, Object> details) {
        return new io.lumia.collection.AuditEntry(
                Instant.parse(at), actor, "quarantine.release", subject, details, "req-1");
    }

    private String hashOfDetails(int entry) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT encode(sha256(convert_to(details::text, 'UTF8')), 'hex') FROM collection.audit_entry"
                                + " WHERE entry_number = " + entry)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
