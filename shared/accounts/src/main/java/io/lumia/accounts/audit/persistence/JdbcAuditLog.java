package io.lumia.accounts.audit.persistence;

import io.lumia.accounts.audit.AuditContent;
import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditHash;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.AuditQuery;
import io.lumia.accounts.audit.Checkpoint;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link AuditLog} in tables {@code accounts.audit_entry}, {@code audit_head} and {@code audit_checkpoint}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAuditLog implements AuditLog {

    private static final String HEAD = "SELECT sequence, hash FROM accounts.audit_head";
    private static final String LOCK_HEAD = HEAD + " FOR UPDATE";
    private static final String MOVE_HEAD = "UPDATE accounts.audit_head SET sequence = ?, hash = ?";

    private static final String ADD = """
            INSERT INTO accounts.audit_entry (sequence, at, actor, kind, subject, detail_names, detail_values, request_id,
                                              previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String AFTER = """
            SELECT sequence, at, actor, kind, subject, detail_names, detail_values, request_id, previous_hash, hash
              FROM accounts.audit_entry
             WHERE sequence > ?
             ORDER BY sequence
             LIMIT ?
            """;

    private static final String WANTED = """
             WHERE (cast(? AS text) IS NULL OR actor = ?)
               AND (cast(? AS text) IS NULL OR subject = ?)
               AND (cast(? AS text) IS NULL OR kind = ?)
               AND (cast(? AS timestamptz) IS NULL OR at >= ?)
               AND (cast(? AS timestamptz) IS NULL OR at < ?)
            """;

    private static final String LIST = """
            SELECT sequence, at, actor, kind, subject, detail_names, detail_values, request_id, previous_hash, hash
              FROM accounts.audit_entry
            """ + WANTED + """
             ORDER BY sequence DESC
             LIMIT ? OFFSET ?
            """;

    private static final String COUNT = "SELECT count(*) FROM accounts.audit_entry" + WANTED;

    /** Times come from several clocks: the first young entry ends the old ones, whatever follows it. */
    private static final String LAST_BEFORE = """
            WITH oldest AS (
                SELECT * FROM accounts.audit_entry ORDER BY sequence LIMIT ?
            ), young AS (
                SELECT min(sequence) AS first FROM oldest WHERE at >= ?
            )
            SELECT o.*
              FROM oldest o, young y
             WHERE o.sequence < coalesce(y.first, o.sequence + 1)
             ORDER BY o.sequence DESC
             LIMIT 1
            """;

    private static final String CHECKPOINTS = """
            SELECT kind, sequence, hash, at, pepper_version, signature
              FROM accounts.audit_checkpoint
             WHERE sequence BETWEEN ? AND ?
             ORDER BY sequence, kind DESC
            """;

    private static final String LAST_PRUNING = """
            SELECT kind, sequence, hash, at, pepper_version, signature
              FROM accounts.audit_checkpoint
             WHERE kind = 'pruning'
             ORDER BY sequence DESC
             LIMIT 1
            """;

    private static final String ADD_CHECKPOINT = """
            INSERT INTO accounts.audit_checkpoint (kind, sequence, hash, at, pepper_version, signature)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String REMOVE = "DELETE FROM accounts.audit_entry WHERE sequence <= ?";

    private final Sql sql;
    private final Transactions transactions;

    JdbcAuditLog(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public AuditEntry add(AuditContent content) {
        return transactions.inTransaction(() -> {
            Head head = head(LOCK_HEAD);
            AuditEntry entry = AuditEntry.after(head.hash(), head.sequence() + 1, content);
            insert(entry);
            moveHead(entry);
            return entry;
        });
    }

    private void insert(AuditEntry entry) {
        AuditContent content = entry.content();
        sql.prepare(ADD, statement -> {
            statement.setLong(1, entry.sequence());
            statement.setObject(2, Sql.utc(content.at()));
            statement.setString(3, content.actor());
            statement.setString(4, content.kind());
            statement.setString(5, content.subject());
            Sql.setArray(statement, 6, "text", content.details().keySet());
            Sql.setArray(statement, 7, "text", content.details().values());
            statement.setString(8, content.requestId());
            statement.setString(9, entry.previous().hex());
            statement.setString(10, entry.hash().hex());
            return statement.executeUpdate();
        });
    }

    private void moveHead(AuditEntry entry) {
        sql.prepare(MOVE_HEAD, statement -> {
            statement.setLong(1, entry.sequence());
            statement.setString(2, entry.hash().hex());
            return statement.executeUpdate();
        });
    }

    @Override
    public Head head() {
        return head(HEAD);
    }

    private Head head(String query) {
        return sql.prepare(query, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Head(row.getLong("sequence"), new AuditHash(row.getString("hash")));
            }
        });
    }

    @Override
    public List<AuditEntry> after(long sequence, int limit) {
        return sql.prepare(AFTER, statement -> {
            statement.setLong(1, sequence);
            statement.setInt(2, Math.min(limit, MAX_ENTRIES_AT_ONCE));
            return Sql.list(statement, JdbcAuditLog::entry);
        });
    }

    @Override
    public Page list(AuditQuery query, int page, int perPage) {
        List<AuditEntry> entries = sql.prepare(LIST, statement -> {
            setWanted(statement, query);
            statement.setInt(11, perPage);
            statement.setLong(12, (page - 1L) * perPage);
            return Sql.list(statement, JdbcAuditLog::entry);
        });
        long total = sql.prepare(COUNT, statement -> {
            setWanted(statement, query);
            return Sql.list(statement, row -> row.getLong(1)).getFirst();
        });
        return new Page(entries, total);
    }

    private static void setWanted(PreparedStatement statement, AuditQuery query) throws SQLException {
        setTwice(statement, 1, query.actor());
        setTwice(statement, 3, query.subject());
        setTwice(statement, 5, query.kind());
        setTwice(statement, 7, query.from());
        setTwice(statement, 9, query.before());
    }

    private static void setTwice(PreparedStatement statement, int first, @Nullable String text) throws SQLException {
        statement.setString(first, text);
        statement.setString(first + 1, text);
    }

    private static void setTwice(PreparedStatement statement, int first, @Nullable Instant instant)
            throws SQLException {
        @Nullable OffsetDateTime utc = instant == null ? null : Sql.utc(instant);
        statement.setObject(first, utc, Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(first + 1, utc, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public Optional<AuditEntry> lastBefore(Instant instant, int limit) {
        return sql.prepare(LAST_BEFORE, statement -> {
            statement.setInt(1, Math.min(limit, MAX_ENTRIES_AT_ONCE));
            statement.setObject(2, Sql.utc(instant));
            return Sql.list(statement, JdbcAuditLog::entry).stream().findFirst();
        });
    }

    @Override
    public List<Checkpoint> checkpoints(long fromSequence, long throughSequence) {
        return sql.prepare(CHECKPOINTS, statement -> {
            statement.setLong(1, fromSequence);
            statement.setLong(2, throughSequence);
            return Sql.list(statement, JdbcAuditLog::checkpoint);
        });
    }

    @Override
    public Optional<Checkpoint> lastPruning() {
        return sql.prepare(LAST_PRUNING, statement -> Sql.list(statement, JdbcAuditLog::checkpoint).stream()
                .findFirst());
    }

    @Override
    public void seal(Checkpoint checkpoint) {
        sql.prepare(ADD_CHECKPOINT, statement -> {
            statement.setString(1, checkpoint.kind().code());
            statement.setLong(2, checkpoint.sequence());
            statement.setString(3, checkpoint.hash().hex());
            statement.setObject(4, Sql.utc(checkpoint.at()));
            statement.setInt(5, checkpoint.pepperVersion());
            statement.setString(6, checkpoint.signature());
            return statement.executeUpdate();
        });
    }

    @Override
    public long prune(Checkpoint checkpoint) {
        return transactions.inTransaction(() -> {
            seal(checkpoint);
            return sql.prepare(REMOVE, statement -> {
                statement.setLong(1, checkpoint.sequence());
                return statement.executeLargeUpdate();
            });
        });
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("detail_names").getArray();
        String[] values = (String[]) row.getArray("detail_values").getArray();
        TreeMap<String, String> details = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            details.put(names[i], values[i]);
        }
        AuditContent content = new AuditContent(
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("subject"),
                details,
                row.getString("request_id"));
        return new AuditEntry(
                row.getLong("sequence"),
                content,
                new AuditHash(row.getString("previous_hash")),
                new AuditHash(row.getString("hash")));
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        String code = row.getString("kind");
        return new Checkpoint(
                code.equals(Checkpoint.Kind.PRUNING.code()) ? Checkpoint.Kind.PRUNING : Checkpoint.Kind.SEAL,
                row.getLong("sequence"),
                new AuditHash(row.getString("hash")),
                Sql.instant(row, "at"),
                row.getInt("pepper_version"),
                row.getString("signature"));
    }
}
