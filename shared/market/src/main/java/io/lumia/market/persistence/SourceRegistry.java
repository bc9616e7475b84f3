package io.lumia.market.persistence;

import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Sources and their keys. A source never changes once written, so keys are remembered. */
@Singleton
@Requires(beans = DataSource.class)
class SourceRegistry {

    private static final String FIND =
            "SELECT source_id FROM market.source WHERE provider = ? AND name = ? AND as_of = ? AND price_basis = ?";
    private static final String ADD = """
            INSERT INTO market.source (provider, name, as_of, price_basis, currency, licence, attribution)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String LOAD = """
            SELECT source_id, provider, name, as_of, price_basis, currency, licence, attribution
              FROM market.source
             WHERE source_id = ?
            """;

    private final Sql sql;
    private final Map<Integer, Source> sources = new ConcurrentHashMap<>();

    SourceRegistry(Sql sql) {
        this.sql = sql;
    }

    /** The key of a source; writes it when it is new. Not remembered here: the transaction may roll back. */
    int keyOf(Source source) {
        return find(source)
                .or(() -> {
                    add(source);
                    return find(source);
                })
                .orElseThrow();
    }

    Source get(int key) {
        return sources.computeIfAbsent(key, this::load);
    }

    private Optional<Integer> find(Source source) {
        return sql.prepare(FIND, statement -> {
            bindIdentity(statement, source);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        });
    }

    private void add(Source source) {
        sql.prepare(ADD, statement -> {
            bindIdentity(statement, source);
            statement.setString(5, source.currency());
            statement.setString(6, source.licence());
            statement.setString(7, source.attribution());
            return statement.executeUpdate();
        });
    }

    private static void bindIdentity(PreparedStatement statement, Source source) throws SQLException {
        statement.setString(1, source.provider());
        statement.setString(2, source.name());
        statement.setObject(3, Sql.utc(source.asOf()));
        statement.setString(4, source.priceBasis().code());
    }

    private Source load(int key) {
        return sql.prepare(LOAD, statement -> {
            statement.setInt(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("no source with key " + key);
                }
                return read(rows);
            }
        });
    }

    private static Source read(ResultSet row) throws SQLException {
        return new Source(
                row.getString("provider"),
                row.getString("name"),
                Sql.instant(row, "as_of"),
                PriceBasis.parse(row.getString("price_basis")),
                row.getString("currency"),
                row.getString("licence"),
                row.getString("attribution"));
    }
}
