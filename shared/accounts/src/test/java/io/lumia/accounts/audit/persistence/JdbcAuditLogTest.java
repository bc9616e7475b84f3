package io.lumia.accounts.audit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditHash;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.AuditQuery;
import io.lumia.accounts.audit.AuditVerdict;
import io.lumia.accounts.audit.AuditVerdict.Broken;
import io.lumia.accounts.audit.AuditVerdict.Fault;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.audit.Checkpoint;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.PruneAuditLog;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.audit.Retention;
import io.lumia.accounts.audit.SealAuditLog;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcAuditLogTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());
    private final AuditLog log = context.getBean(AuditLog.class);
    private final Transactions transactions = context.getBean(Transactions.class);
    private final MovingClock clock = MovingClock.at("2026-11-29T10:15:30.123456Z");
    private final RecordAct record = new RecordAct(log, clock);
    private final VerifyAuditLog verification = new VerifyAuditLog(log, TestPeppers.one());

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(verification.verify()).isEqualTo(new Intact(0, 0, 0, AuditHash.NONE));
    }

    @Test
    void listsTheNewestFirstAndNarrowsByAllThatIsGiven() {
        Actor owner = new Actor.User(OWNER);
        record.record(owner, new PartnerAct.KeyRevoked(new UUID(0, 2), OWNER), "req-0001");
        clock.move(Duration.ofHours(1));
        record.record(new Actor.Anonymous(), new PartnerAct.KeyRevoked(new UUID(0, 3), OWNER), "req-0002");
        Instant later = clock.instant();
        record.record(owner, new PartnerAct.EndpointRemoved(new UUID(0, 4), OWNER), "req-0003");

        assertThat(sequences(AuditQuery.ALL)).containsExactly(3L, 2L, 1L);
        assertThat(log.list(AuditQuery.ALL, 2, 2).entries())
                .extracting(AuditEntry::sequence)
                .containsExactly(1L);
        assertThat(log.list(AuditQuery.ALL, 2, 2).totalItems()).isEqualTo(3);
        assertThat(sequences(new AuditQuery(owner.text(), null, null, null, null)))
                .containsExactly(3L, 1L);
        assertThat(sequences(new AuditQuery(null, "key/" + new UUID(0, 3), null, null, null)))
                .containsExactly(2L);
        assertThat(sequences(new AuditQuery(null, null, "key.revoked", null, null)))
                .containsExactly(2L, 1L);
        assertThat(sequences(new AuditQuery(null, null, null, later, null))).containsExactly(3L, 2L);
        assertThat(sequences(new AuditQuery(null, null, null, null, later))).containsExactly(1L);
        assertThat(sequences(new AuditQuery(owner.text(), null, "key.revoked", later, null)))
                .isEmpty();
    }

    private List<Long> sequences(AuditQuery query) {
        return log.list(query, 1, 10).entries().stream()
                .map(AuditEntry::sequence)
                .toList();
    }

    /** The same entry as in AuditHashTest, whose hash is from Python. */
    @Test
    void keepsAnEntryAsItWasAdded() {
        AuditEntry entry = record.record(
                new Actor.User(OWNER),
                new PartnerAct.KeyIssued(new UUID(0, 2), OWNER, "live", "market:read"),
                "req-0001");

        assertThat(entry.hash()).hasToString("9ce44e202d586416ef80c202acf34a1897be1722065391487b985d9c584a2558");
        assertThat(log.after(0, 10)).containsExactly(entry);
        assertThat(verification.verify()).isEqualTo(new Intact(1, 0, 1, entry.hash()));
    }

    @Test
    void concurrentEntriesMakeOneChainWithoutHoles() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            var running = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> add(50)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(verification.verify()).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(400);
            assertThat(intact.lastSequence()).isEqualTo(400);
        });
        assertThat(log.after(0, 1_000))
                .extracting(AuditEntry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
    }

    @Test
    void anActThatIsRolledBackLeavesNeitherEntryNorHole() {
        add(1);

        assertThatThrownBy(() -> transactions.inTransaction((Runnable) () -> {
                    add(1);
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessageContaining("the act failed");
        add(1);

        assertThat(verification.verify()).isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.entries())
                .isEqualTo(2));
    }

    @Test
    void theDatabaseRefusesChangesRemovalsAndEmptying() {
        add(3);

        assertThatThrownBy(() -> execute("UPDATE accounts.audit_entry SET actor = 'user/x' WHERE sequence = 2"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("DELETE FROM accounts.audit_entry WHERE sequence = 3"))
                .hasMessageContaining("covered by no pruning");
        assertThatThrownBy(() -> execute("TRUNCATE accounts.audit_entry")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("DELETE FROM accounts.audit_head")).hasMessageContaining("append-only");
        new SealAuditLog(log, TestPeppers.one(), clock).seal();
        assertThatThrownBy(() -> execute("UPDATE accounts.audit_checkpoint SET kind = 'pruning'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("DELETE FROM accounts.audit_entry")).hasMessageContaining("no pruning");

        assertThat(verification.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void namesTheFirstChangedEntry() throws SQLException {
        add(2_500);
        tamper("UPDATE accounts.audit_entry SET subject = 'key/else' WHERE sequence IN (1700, 2100)");

        assertBroken(1_700, Fault.CHANGED);
    }

    @Test
    void namesAnEntryWhoseContentCannotEvenHaveBeenWritten() throws SQLException {
        add(3);
        tamper("UPDATE accounts.audit_entry SET actor = 'Bob Smith <b@example.org>', hash = 'x' WHERE sequence = 2");

        assertBroken(2, Fault.CHANGED);
    }

    @Test
    void namesTheFirstMissingEntry() throws SQLException {
        add(10);
        tamper("DELETE FROM accounts.audit_entry WHERE sequence = 4");

        assertBroken(4, Fault.MISSING);
    }

    @Test
    void namesTheFirstOfTwoExchangedEntries() throws SQLException {
        add(10);
        tamper("""
            UPDATE accounts.audit_entry SET sequence = CASE sequence WHEN 4 THEN 105 ELSE 104 END
             WHERE sequence IN (4, 5);
            UPDATE accounts.audit_entry SET sequence = sequence - 100 WHERE sequence > 100
            """);

        assertBroken(4, Fault.UNLINKED);
    }

    @Test
    void seesThatTheEndIsMissing() throws SQLException {
        add(10);
        tamper("DELETE FROM accounts.audit_entry WHERE sequence > 7");

        assertBroken(8, Fault.MISSING);
    }

    @Test
    void aSealShowsThatTheEndIsMissingThoughTheHeadWasSetBackToo() throws SQLException {
        add(10);
        new SealAuditLog(log, TestPeppers.one(), clock).seal();
        tamper("""
            DELETE FROM accounts.audit_entry WHERE sequence > 7;
            UPDATE accounts.audit_head SET sequence = 7,
                   hash = (SELECT hash FROM accounts.audit_entry WHERE sequence = 7)
            """);

        assertBroken(8, Fault.MISSING);
    }

    @Test
    void aSealShowsThatTheWholeChainWasWrittenAnew() throws SQLException {
        add(3);
        new SealAuditLog(log, TestPeppers.one(), clock).seal();
        tamper("""
            DELETE FROM accounts.audit_entry;
            UPDATE accounts.audit_head SET sequence = 0, hash = repeat('0', 64)
            """);
        clock.move(Duration.ofSeconds(1));
        add(3);

        assertBroken(3, Fault.REWRITTEN);
    }

    @Test
    void aSealThatWeDidNotSignIsForged() throws SQLException {
        add(3);
        log.seal(Checkpoint.signed(Checkpoint.Kind.SEAL, 3, log.head().hash(), clock.instant(), TestPeppers.pepper(2)));

        assertBroken(3, Fault.FORGED_CHECKPOINT);
    }

    @Test
    void sealsOnceForWhatCame() {
        SealAuditLog sealing = new SealAuditLog(log, TestPeppers.one(), clock);

        assertThat(sealing.seal()).isEmpty();
        add(2);
        assertThat(sealing.seal())
                .hasValueSatisfying(seal -> assertThat(seal.sequence()).isEqualTo(2));
        assertThat(sealing.seal()).isEmpty();
    }

    @Test
    void pruningKeepsSevenYearsAndTheRestStillVerifies() {
        add(1_500);
        clock.move(Duration.ofDays(365 * 3));
        add(10);
        clock.move(Duration.ofDays(365 * 4 + 3));

        long removed = pruning().prune(verification.verify());

        assertThat(removed).isEqualTo(1_500);
        assertThat(log.after(0, 1).getFirst().sequence()).isEqualTo(1_501);
        assertThat(log.lastPruning())
                .hasValueSatisfying(pruning -> assertThat(pruning.sequence()).isEqualTo(1_500));
        AuditVerdict verdict = verification.verify();
        assertThat(verdict).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.afterSequence()).isEqualTo(1_500);
            assertThat(intact.entries()).isEqualTo(12);
        });
        assertThat(pruning().prune(verification.verify())).isZero();
    }

    @Test
    void aBrokenChainIsNotPruned() throws SQLException {
        add(10);
        tamper("UPDATE accounts.audit_entry SET actor = 'user/x' WHERE sequence = 3");
        clock.move(Duration.ofDays(365 * 8));

        assertThatThrownBy(() -> pruning().prune(verification.verify())).hasMessageContaining("entry 3 is CHANGED");
        assertThat(log.after(0, 100)).hasSize(10);
    }

    @Test
    void aForgedPruningLetsEntriesGoButIsSeen() throws SQLException {
        add(10);
        execute("""
            INSERT INTO accounts.audit_checkpoint (kind, sequence, hash, at, pepper_version, signature)
            SELECT 'pruning', 5, hash, at, 1, repeat('a', 64) FROM accounts.audit_entry WHERE sequence = 5;
            DELETE FROM accounts.audit_entry WHERE sequence <= 5
            """);

        assertBroken(5, Fault.FORGED_CHECKPOINT);
    }

    private PruneAuditLog pruning() {
        return new PruneAuditLog(log, record, TestPeppers.one(), Retention.STANDARD, transactions, clock);
    }

    private void assertBroken(long sequence, Fault fault) {
        assertThat(verification.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(sequence);
            assertThat(broken.fault()).isEqualTo(fault);
        });
    }

    private void add(int entries) {
        for (int i = 0; i < entries; i++) {
            record.record(new Actor.User(OWNER), new PartnerAct.KeyRevoked(new UUID(1, i), OWNER), "req-0001");
        }
    }

    /** As somebody who may do everything in the database. */
    private void tamper(String statements) throws SQLException {
        execute("ALTER TABLE accounts.audit_entry DISABLE TRIGGER USER;" + statements
                + ";ALTER TABLE accounts.audit_entry ENABLE TRIGGER USER");
    }

    private void execute(String statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
