package io.lumia.collection.persistence;

import io.lumia.collection.Asking;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.collection.Stage;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** How items go from planned to asked to ended, and with them their run. */
@Singleton
@Requires(beans = DataSource.class)
class ItemProgress {

    private static final int MAX_DETAIL_CHARACTERS = 1_000;

    private static final String INSERT = """
            INSERT INTO collection.item (item_id, run_id, item_number, stage, dataset, symbols, asset_type,
                                         from_date, to_date, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')
            """;

    /** The stage whose turn it is: the first planned one, unless an answer of an earlier one is awaited. */
    private static final String NEXT_STAGE = """
            WITH next AS (
                SELECT min(stage) AS stage FROM collection.item
                 WHERE run_id = ? AND status = 'planned'
                HAVING NOT EXISTS (SELECT FROM collection.item WHERE run_id = ? AND status = 'asked')
            )
            """;

    private static final String END_WHAT_CANNOT_BE_CHECKED = NEXT_STAGE + """
            UPDATE collection.item i
               SET status = 'failed', outcome = 'not_asked', ended_at = ?,
                   detail = 'not asked for, because ' || failed.dataset || ' of the same symbols failed: ' || failed.outcome
              FROM next
              JOIN collection.item waiting ON waiting.stage = next.stage
             CROSS JOIN LATERAL (
                   SELECT f.dataset, f.outcome FROM collection.item f
                    WHERE f.run_id = waiting.run_id AND f.status = 'failed' AND f.stage < next.stage
                      AND f.symbols && waiting.symbols
                    ORDER BY f.item_number
                    LIMIT 1) failed
             WHERE waiting.run_id = ? AND waiting.status = 'planned' AND i.item_id = waiting.item_id
            """;

    private static final String ASK_NEXT_STAGE = NEXT_STAGE + """
            , asked AS (
                UPDATE collection.item i
                   SET status = 'asked', asked_at = ?, asks = i.asks + 1
                  FROM next
                 WHERE i.run_id = ? AND i.stage = next.stage AND i.status = 'planned'
                RETURNING i.*
            )
            SELECT %s FROM asked i JOIN collection.run r USING (run_id) ORDER BY i.item_number
            """.formatted(ItemRows.ASKING_COLUMNS);

    private static final String ASK_AGAIN = """
            WITH asked AS (
                UPDATE collection.item i SET asked_at = ?, asks = i.asks + 1, not_before = NULL
                 WHERE i.item_id = ? AND i.status = 'asked'
                RETURNING i.*
            )
            SELECT %s FROM asked i JOIN collection.run r USING (run_id)
            """.formatted(ItemRows.ASKING_COLUMNS);

    private static final String DEFER = """
            UPDATE collection.item i
               SET not_before = ?, deferrals = i.deferrals + 1, detail = ?
              FROM collection.run r
             WHERE i.item_id = ? AND r.run_id = i.run_id AND i.status = 'asked'
               AND i.deferrals < ? AND r.started_at >= ?
            """;

    private static final String LOCK_RUN = """
            SELECT r.run_id FROM collection.run r
             WHERE r.run_id = (SELECT i.run_id FROM collection.item i WHERE i.item_id = ?)
               FOR UPDATE
            """;

    private static final String END = """
            UPDATE collection.item
               SET status = ?, outcome = ?, detail = ?, ended_at = ?, rows_received = ?, rows_loaded = ?,
                   rows_unchanged = ?, rows_quarantined = jsonb_object(cast(? AS text[]), cast(? AS text[])),
                   expected_sessions = ?, present_sessions = ?, collected_at = ?, not_before = NULL,
                   provider_used = ?, attempts = cast(? AS jsonb), calls = ?, bytes = ?, seconds = ?
             WHERE item_id = ? AND (status IN ('planned', 'asked') OR status = 'failed' AND ? <> 'failed')
            """;

    /**
     * An item that begins after the end of what is covered would leave a hole; it covers nothing. A symbol that was not
     * known becomes so with an item that has its whole history.
     */
    private static final String COVER = """
            INSERT INTO collection.coverage AS c (job_id, location, source_name, dataset, symbol, collected_to, known)
            SELECT r.job_id, r.location, r.source_name, i.dataset, asked.symbol, i.to_date, asked.symbol <> ALL (?)
              FROM collection.item i
              JOIN collection.run r USING (run_id)
             CROSS JOIN LATERAL (SELECT DISTINCT symbol FROM unnest(i.symbols) AS s (symbol)) asked
             WHERE i.item_id = ?
               AND (i.from_date IS NULL OR EXISTS (
                    SELECT FROM collection.coverage before
                     WHERE before.job_id = r.job_id AND before.location = r.location
                       AND before.source_name = r.source_name AND before.dataset = i.dataset
                       AND before.symbol = asked.symbol AND before.collected_to >= i.from_date - 1))
            ON CONFLICT (job_id, location, source_name, dataset, symbol) DO UPDATE
               SET collected_to = greatest(c.collected_to, excluded.collected_to),
                   known = excluded.known AND (c.known OR (SELECT from_date IS NULL FROM collection.item WHERE item_id = ?))
            """;

    private static final String FINISH = """
            UPDATE collection.run r
               SET status = CASE WHEN total.failed = 0 THEN 'succeeded'
                                 WHEN total.failed = total.items THEN 'failed'
                                 ELSE 'partial' END,
                   finished_at = ?,
                   completeness = total.present / nullif(total.expected, 0)
              FROM (SELECT count(*) AS items, count(*) FILTER (WHERE status = 'failed') AS failed,
                           cast(sum(present_sessions) AS double precision) AS present,
                           sum(expected_sessions) AS expected
                      FROM collection.item WHERE run_id = ?) total
             WHERE r.run_id = ? AND r.status NOT IN ('skipped', 'cancelled')
               AND NOT EXISTS (SELECT FROM collection.item WHERE run_id = ? AND status IN ('planned', 'asked'))
            """;

    private static final String CANCEL = """
            UPDATE collection.run SET status = 'cancelled', finished_at = ?, note = ?
             WHERE run_id = ? AND status = 'running'
            """;

    private static final String CANCEL_ITEMS = """
            UPDATE collection.item
               SET status = 'failed', outcome = 'cancelled', ended_at = ?, detail = ?
             WHERE run_id = ? AND status IN ('planned', 'asked')
            """;

    private static final String BY_ID = RunRows.SELECT + " WHERE r.run_id = ?";

    private final Sql sql;

    ItemProgress(Sql sql) {
        this.sql = sql;
    }

    void insert(List<Item> items) {
        sql.prepare(INSERT, statement -> {
            int number = 0;
            for (Item item : items) {
                bindPlanned(statement, item, ++number);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private static void bindPlanned(PreparedStatement statement, Item item, int number) throws SQLException {
        statement.setObject(1, item.id());
        statement.setObject(2, item.runId());
        statement.setInt(3, number);
        statement.setInt(4, Stage.of(item.dataset()).number());
        statement.setString(5, item.dataset().code());
        statement.setArray(6, Columns.texts(statement.getConnection(), item.symbols()));
        statement.setString(
                7, item.assetType() == null ? null : item.assetType().code());
        statement.setObject(8, item.from(), Types.DATE);
        statement.setObject(9, item.to(), Types.DATE);
    }

    List<Asking> askNextStage(UUID runId, Instant at) {
        endAllThatCannotBeChecked(runId, at);
        return sql.prepare(ASK_NEXT_STAGE, statement -> {
            statement.setObject(1, runId);
            statement.setObject(2, runId);
            statement.setObject(3, Sql.utc(at));
            statement.setObject(4, runId);
            return Sql.list(statement, ItemRows::readAsking);
        });
    }

    /** A stage that is ended unasked wholly gives way to the next one, which may rest on it: at most once per stage. */
    private void endAllThatCannotBeChecked(UUID runId, Instant at) {
        int ended = 1;
        for (int round = 0; round < Stage.values().length && ended > 0; round++) {
            ended = endWhatCannotBeChecked(runId, at);
        }
    }

    private int endWhatCannotBeChecked(UUID runId, Instant at) {
        return sql.prepare(END_WHAT_CANNOT_BE_CHECKED, statement -> {
            statement.setObject(1, runId);
            statement.setObject(2, runId);
            statement.setObject(3, Sql.utc(at));
            statement.setObject(4, runId);
            return statement.executeUpdate();
        });
    }

    Optional<Asking> askAgain(UUID itemId, Instant at) {
        return sql.prepare(ASK_AGAIN, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setObject(2, itemId);
            return Sql.list(statement, ItemRows::readAsking).stream().findFirst();
        });
    }

    boolean defer(UUID itemId, Instant notBefore, String detail, int maxDeferrals, Duration maxAge) {
        return sql.prepare(DEFER, statement -> {
            statement.setObject(1, Sql.utc(notBefore));
            statement.setString(2, Columns.storable(detail, MAX_DETAIL_CHARACTERS));
            statement.setObject(3, itemId);
            statement.setInt(4, maxDeferrals);
            statement.setObject(5, Sql.utc(notBefore.minus(maxAge)));
            return statement.executeUpdate() == 1;
        });
    }

    Optional<UUID> end(UUID itemId, ItemResult result, Instant at) {
        Optional<UUID> run = lockRunOf(itemId);
        if (run.isEmpty() || !ends(itemId, result, at)) {
            return Optional.empty();
        }
        if (result.status() != ItemStatus.FAILED) {
            cover(itemId, result);
        }
        return run;
    }

    private Optional<UUID> lockRunOf(UUID itemId) {
        return sql.prepare(LOCK_RUN, statement -> {
            statement.setObject(1, itemId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        });
    }

    private boolean ends(UUID itemId, ItemResult result, Instant at) {
        return sql.prepare(END, statement -> {
            List<String> reasons =
                    result.quarantined().keySet().stream().sorted().toList();
            List<String> counts = reasons.stream()
                    .map(reason -> result.quarantined().get(reason) + "")
                    .toList();
            statement.setString(1, result.status().code());
            statement.setString(2, result.outcome());
            statement.setString(3, Columns.storable(result.detail(), MAX_DETAIL_CHARACTERS));
            statement.setObject(4, Sql.utc(at));
            statement.setLong(5, result.rowsReceived());
            statement.setLong(6, result.rowsLoaded());
            statement.setLong(7, result.rowsUnchanged());
            statement.setArray(8, Columns.texts(statement.getConnection(), reasons));
            statement.setArray(9, Columns.texts(statement.getConnection(), counts));
            statement.setLong(10, result.sessions().expectedSessions());
            statement.setLong(11, result.sessions().presentSessions());
            statement.setObject(12, result.collectedAt() == null ? null : Sql.utc(result.collectedAt()));
            statement.setString(13, result.collecting().provider());
            statement.setString(14, AttemptsJson.write(result.collecting().attempts()));
            statement.setInt(15, result.collecting().calls());
            statement.setLong(16, result.collecting().bytes());
            statement.setDouble(17, result.collecting().seconds());
            statement.setObject(18, itemId);
            statement.setString(19, result.status().code());
            return statement.executeUpdate() == 1;
        });
    }

    private void cover(UUID itemId, ItemResult result) {
        sql.prepare(COVER, statement -> {
            statement.setArray(1, Columns.texts(statement.getConnection(), result.unknownSymbols()));
            statement.setObject(2, itemId);
            statement.setObject(3, itemId);
            return statement.executeUpdate();
        });
    }

    Optional<Run> finish(UUID runId, Instant at) {
        int finished = sql.prepare(FINISH, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setObject(2, runId);
            statement.setObject(3, runId);
            statement.setObject(4, runId);
            return statement.executeUpdate();
        });
        return finished == 0 ? Optional.empty() : find(runId);
    }

    Optional<Run> cancel(UUID runId, String why, Instant at) {
        int cancelled = sql.prepare(CANCEL, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setString(2, Columns.storable(why, MAX_DETAIL_CHARACTERS));
            statement.setObject(3, runId);
            return statement.executeUpdate();
        });
        if (cancelled == 0) {
            return Optional.empty();
        }
        sql.prepare(CANCEL_ITEMS, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setString(2, Columns.storable(why, MAX_DETAIL_CHARACTERS));
            statement.setObject(3, runId);
            return statement.executeUpdate();
        });
        return find(runId);
    }

    Optional<Run> find(UUID runId) {
        return sql.prepare(BY_ID, statement -> {
            statement.setObject(1, runId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(RunRows.read(rows)) : Optional.empty();
            }
        });
    }
}
