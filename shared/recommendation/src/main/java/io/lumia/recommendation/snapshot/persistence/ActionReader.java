package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.StoredAction;
import io.lumia.platform.database.Sql;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits, dividends and spin-offs of all assets and days that our books had. Those after the session too: they undo what a source
 * had done to its prices by then.
 */
final class ActionReader {

    private static final String FIND = """
            SELECT DISTINCT ON (asset_id, ex_date, kind) asset_id, ex_date, kind, value, source_id, valid_from
              FROM (SELECT asset_id, ex_date, kind, value, source_id, valid_from
                      FROM market.corporate_action_revision WHERE %s
                    UNION ALL
                    SELECT asset_id, ex_date, kind, value, source_id, learned_at
                      FROM market.corporate_action WHERE %s) versions
             ORDER BY asset_id, ex_date, kind, valid_from
            """.formatted(ReadingTime.SUPERSEDED, ReadingTime.KNOWN);

    private ActionReader() {}

    /** Both for the prices and for the fingerprint, oldest first. */
    record Actions(List<StoredAction> stored, List<NamedRow> rows) {

        Actions() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        boolean isNoneAfter(LocalDate day) {
            return stored.isEmpty() || !stored.getLast().action().exDate().isAfter(day);
        }

        List<CorporateAction> splitsUpTo(LocalDate day) {
            return stored.stream()
                    .map(StoredAction::action)
                    .filter(action -> action.kind() == ActionKind.SPLIT
                            && !action.exDate().isAfter(day))
                    .toList();
        }
    }

    static Map<Integer, Actions> read(Connection connection, ReadingTime time, Sources sources) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setFetchSize(JdbcSnapshots.ROWS_AT_ONCE);
            time.bindCurrent(statement, time.bindSuperseded(statement, 1));
            Map<Integer, Actions> actions = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(actions.computeIfAbsent(row.getInt("asset_id"), _ -> new Actions()), row, sources);
                }
            }
            return actions;
        }
    }

    private static void add(Actions actions, ResultSet row, Sources sources) throws SQLException {
        short source = row.getShort("source_id");
        CorporateAction action = new CorporateAction(
                row.getObject("ex_date", LocalDate.class),
                ActionKind.parse(row.getString("kind")),
                row.getDouble("value"));
        actions.stored.add(new StoredAction(action, sources.get(source)));
        actions.rows.add(new NamedRow(
                action.exDate() + " " + action.kind().code(),
                RowText.of(action.value(), sources.basis(source)),
                Sql.instant(row, "valid_from")));
    }
}
