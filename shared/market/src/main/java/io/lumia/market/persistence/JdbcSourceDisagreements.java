package io.lumia.market.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.market.Asset;
import io.lumia.market.SourceDisagreement;
import io.lumia.market.SourceDisagreements;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link SourceDisagreements} in {@code market.source_disagreement}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcSourceDisagreements implements SourceDisagreements {

    private static final String SELECT = """
            SELECT a.public_id, d.trading_date, d.field, d.kept_source_id, d.kept_value, d.other_source_id, d.other_value,
                   d.relative_difference, d.seen_at, d.resolved_at
              FROM market.source_disagreement d JOIN market.asset a USING (asset_id)
            """;
    private static final String OPEN = SELECT + """
             WHERE d.asset_id = ? AND d.trading_date BETWEEN ? AND ? AND d.resolved_at IS NULL
             ORDER BY d.trading_date, d.other_provider
            """;
    private static final String LATEST = SELECT + """
             ORDER BY d.seen_at DESC, d.asset_id, d.trading_date DESC, d.other_provider
            OFFSET ? LIMIT ?
            """;
    private static final String COUNT = "SELECT count(*) FROM market.source_disagreement WHERE resolved_at IS NULL";

    private final Sql sql;
    private final SourceRegistry sources;

    JdbcSourceDisagreements(Sql sql, SourceRegistry sources) {
        this.sql = sql;
        this.sources = sources;
    }

    @Override
    public List<SourceDisagreement> open(Asset asset, LocalDate from, LocalDate to) {
        return read(OPEN, statement -> {
            statement.setInt(1, asset.key());
            statement.setObject(2, from);
            statement.setObject(3, to);
        });
    }

    @Override
    public List<SourceDisagreement> latest(int offset, int limit) {
        return read(LATEST, statement -> {
            statement.setInt(1, offset);
            statement.setInt(2, limit);
        });
    }

    @Override
    public long countOpen() {
        return sql.prepare(COUNT, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Binds the parameters of a statement. */
    @FunctionalInterface
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** A row before its sources are looked up, for which the connection must be free. */
    private record Row(
            AssetId asset,
            LocalDate date,
            String field,
            int keptSourceId,
            double keptValue,
            int otherSourceId,
            double otherValue,
            double relativeDifference,
            Instant seenAt,
            @Nullable Instant resolvedAt) {}

    private List<SourceDisagreement> read(String query, Binder binder) {
        List<Row> found = sql.prepare(query, statement -> {
            binder.bind(statement);
            return Sql.list(statement, JdbcSourceDisagreements::row);
        });
        return found.stream().map(this::withSources).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new AssetId(row.getObject("public_id", UUID.class)),
                row.getObject("trading_date", LocalDate.class),
                row.getString("field"),
                row.getInt("kept_source_id"),
                row.getDouble("kept_value"),
                row.getInt("other_source_id"),
                row.getDouble("other_value"),
                row.getDouble("relative_difference"),
                Sql.instant(row, "seen_at"),
                Sql.instantOrNull(row, "resolved_at"));
    }

    private SourceDisagreement withSources(Row row) {
        return new SourceDisagreement(
                row.asset(),
                row.date(),
                row.field(),
                sources.get(row.keptSourceId()),
                row.keptValue(),
                sources.get(row.otherSourceId()),
                row.otherValue(),
                row.relativeDifference(),
                row.seenAt(),
                row.resolvedAt());
    }
}
