package io.lumia.collection.persistence;

import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows that were not believed. */
@Singleton
@Requires(beans = DataSource.class)
class QuarantineTable {

    private static final int MAX_SYMBOL_CHARACTERS = 100;
    private static final int MAX_TEXT_CHARACTERS = 1_000;

    private static final String INSERT = """
            INSERT INTO collection.quarantine (item_id, dataset, provider, source_name, set_aside_at,
                                               line, symbol, row_date, reason, row_text, detail, value)
            SELECT ?, ?, ?, ?, ?, rejected.*
              FROM unnest(cast(? AS bigint[]), cast(? AS text[]), cast(? AS date[]), cast(? AS text[]),
                          cast(? AS text[]), cast(? AS text[]), cast(cast(? AS text[]) AS jsonb[])) AS rejected
            ON CONFLICT ON CONSTRAINT quarantine_row_once DO NOTHING
            """;

    private static final String WAITING_BARS = """
            SELECT DISTINCT symbol, row_date FROM collection.quarantine
             WHERE symbol = ANY (?) AND provider = ? AND source_name = ? AND dataset = 'bars' AND reason = ?
               AND row_date IS NOT NULL AND status <> 'released'
             ORDER BY symbol, row_date
            """;

    private final Sql sql;
    private final ReviewRows reviews;

    QuarantineTable(Sql sql, ReviewRows reviews) {
        this.sql = sql;
        this.reviews = reviews;
    }

    int insert(UUID itemId, Dataset dataset, Source source, List<Rejected> rows, Instant at) {
        if (rows.isEmpty()) {
            return 0;
        }
        return sql.prepare(INSERT, statement -> {
            statement.setObject(1, itemId);
            statement.setString(2, dataset.code());
            statement.setString(3, source.provider());
            statement.setString(4, source.name());
            statement.setObject(5, Sql.utc(at));
            bindRows(statement, source, rows);
            return statement.executeUpdate();
        });
    }

    private void bindRows(PreparedStatement statement, Source source, List<Rejected> rows) throws SQLException {
        Sql.setArray(statement, 6, "int8", rows, Rejected::line);
        Sql.setArray(statement, 7, "text", rows, row -> Columns.storable(row.symbol(), MAX_SYMBOL_CHARACTERS));
        Sql.setArray(statement, 8, "date", rows, Rejected::date);
        Sql.setArray(statement, 9, "text", rows, row -> row.reason().code());
        Sql.setArray(statement, 10, "text", rows, row -> Columns.storable(row.row(), MAX_TEXT_CHARACTERS));
        Sql.setArray(statement, 11, "text", rows, row -> Columns.storable(row.detail(), MAX_TEXT_CHARACTERS));
        Sql.setArray(statement, 12, "text", rows, row -> reviews.write(source, row));
    }

    Map<String, List<LocalDate>> waitingBars(Source source, Collection<String> symbols) {
        return sql.prepare(WAITING_BARS, statement -> {
            statement.setArray(1, Columns.texts(statement.getConnection(), symbols));
            statement.setString(2, source.provider());
            statement.setString(3, source.name());
            statement.setString(4, QuarantineReason.UNEXPLAINED_JUMP.code());
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<LocalDate>> waiting = new HashMap<>();
                while (rows.next()) {
                    waiting.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(rows.getObject(2, LocalDate.class));
                }
                return waiting;
            }
        });
    }
}
