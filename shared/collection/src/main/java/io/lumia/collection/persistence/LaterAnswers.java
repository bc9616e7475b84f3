package io.lumia.collection.persistence;

import io.lumia.collection.LaterAnswer;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps answers about one symbol in the order in which the provider gave them, whatever order they arrive in. */
@Singleton
@Requires(beans = DataSource.class)
class LaterAnswers {

    /** In the order of the keys, so that two loaders never wait for each other. All descriptions share one lock. */
    private static final String LOCK_SYMBOLS = """
            SELECT pg_advisory_xact_lock(locks.key)
              FROM (SELECT DISTINCT hashtextextended(
                           CASE i.dataset WHEN 'assets' THEN i.dataset ELSE i.dataset || ' ' || s.symbol END, 0) AS key
                      FROM collection.item i CROSS JOIN LATERAL unnest(i.symbols) AS s (symbol)
                     WHERE i.item_id = ?
                     ORDER BY 1) locks
            """;

    private static final String FIND = """
            SELECT s.symbol, later.from_date, later.to_date
              FROM collection.item mine
              JOIN collection.item later
                ON later.dataset = mine.dataset AND later.collected_at > ? AND later.symbols && mine.symbols
               AND later.item_id <> mine.item_id
             CROSS JOIN LATERAL unnest(later.symbols) AS s (symbol)
             WHERE mine.item_id = ? AND s.symbol = ANY (mine.symbols)
            """;

    private final Sql sql;

    LaterAnswers(Sql sql) {
        this.sql = sql;
    }

    List<LaterAnswer> find(UUID itemId, Instant collectedAt) {
        sql.prepare(LOCK_SYMBOLS, statement -> {
            statement.setObject(1, itemId);
            return statement.execute();
        });
        return sql.prepare(FIND, statement -> {
            statement.setObject(1, Sql.utc(collectedAt));
            statement.setObject(2, itemId);
            return Sql.list(statement, LaterAnswers::later);
        });
    }

    private static LaterAnswer later(ResultSet row) throws SQLException {
        return new LaterAnswer(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class));
    }
}
