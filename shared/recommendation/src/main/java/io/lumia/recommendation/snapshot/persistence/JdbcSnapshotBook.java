package io.lumia.recommendation.snapshot.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.platform.database.Sql;
import io.lumia.recommendation.snapshot.FingerprintCodec;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotBook;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link SnapshotBook} in {@code recommendation.snapshot}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcSnapshotBook implements SnapshotBook {

    private static final String FIND = """
            SELECT as_of, known_at, session, sentiment_model, rows_total, fingerprint
              FROM recommendation.snapshot
             WHERE snapshot_id = ?
            """;

    private static final String EXISTS = "SELECT 1 FROM recommendation.snapshot WHERE snapshot_id = ?";

    private static final String KEEP = """
            INSERT INTO recommendation.snapshot
                   (snapshot_id, as_of, known_at, session, sentiment_model, rows_total, fingerprint, stored_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (snapshot_id) DO NOTHING
            """;

    private final Sql sql;
    private final Clock clock;

    JdbcSnapshotBook(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<KeptSnapshot> find(String snapshotId) {
        return sql
                .prepare(FIND, statement -> {
                    statement.setString(1, snapshotId);
                    return Sql.list(statement, JdbcSnapshotBook::kept);
                })
                .stream()
                .findFirst();
    }

    /** Some megabytes are not made to be thrown away: mostly the snapshot of a day is kept many times. */
    @Override
    public void keep(MarketSnapshot snapshot) {
        if (!exists(snapshot.id())) {
            byte[] fingerprint = FingerprintCodec.encode(snapshot.fingerprint());
            sql.prepare(KEEP, statement -> {
                statement.setString(1, snapshot.id());
                statement.setObject(2, utc(snapshot.time().asOf().instant()));
                statement.setObject(3, utc(snapshot.time().knownAt()));
                statement.setObject(4, snapshot.session());
                statement.setString(5, snapshot.sentimentModel());
                statement.setLong(6, snapshot.fingerprint().rowsTotal());
                statement.setBytes(7, fingerprint);
                statement.setObject(8, utc(clock.instant()));
                return statement.executeUpdate();
            });
        }
    }

    private boolean exists(String snapshotId) {
        return !sql.prepare(EXISTS, statement -> {
                    statement.setString(1, snapshotId);
                    return Sql.list(statement, row -> row.getInt(1));
                })
                .isEmpty();
    }

    private static KeptSnapshot kept(ResultSet row) throws SQLException {
        return new KeptSnapshot(
                new SnapshotTime(AsOf.of(Sql.instant(row, "as_of")), Sql.instant(row, "known_at")),
                row.getObject("session", LocalDate.class),
                row.getString("sentiment_model"),
                row.getLong("rows_total"),
                FingerprintCodec.decode(row.getBytes("fingerprint")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return Sql.utc(ReadingTime.micros(instant));
    }
}
