package io.lumia.collection.persistence;

import io.lumia.collection.ItemClaims;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** {@link ItemClaims} in columns of {@code collection.item}; each decision is one statement. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcItemClaims implements ItemClaims {

    /** A failed item may be replayed and mended. The row's lock makes two that come at once decide one after the other. */
    private static final String CLAIM = """
            WITH item AS (
                SELECT i.item_id, i.claimed_until > ? AS held, i.claimed_until,
                       i.handed_on_id IS NOT DISTINCT FROM ? OR i.status NOT IN ('planned', 'asked', 'failed') AS done
                  FROM collection.item i WHERE i.item_id = ? FOR UPDATE
            ), claimed AS (
                UPDATE collection.item i SET claim_id = ?, claimed_until = ?
                  FROM item WHERE i.item_id = item.item_id AND NOT item.done AND item.held IS NOT TRUE
            )
            SELECT CASE WHEN done THEN 'nothing_to_do' WHEN held THEN 'held' ELSE 'ours' END AS claim, claimed_until
              FROM item
            """;

    private static final String RELEASE =
            "UPDATE collection.item SET claim_id = NULL, claimed_until = NULL WHERE item_id = ? AND claim_id = ?";

    private static final String HANDED_ON = """
            UPDATE collection.item SET claim_id = NULL, claimed_until = NULL, handed_on_id = ? WHERE item_id = ?
            """;

    private final Sql sql;
    private final Transactions transactions;

    JdbcItemClaims(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Claim claim(UUID itemId, UUID messageId, Instant at, Instant until) {
        return transactions.inTransaction(() -> sql.prepare(CLAIM, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setObject(2, messageId);
            statement.setObject(3, itemId);
            statement.setObject(4, messageId);
            statement.setObject(5, Sql.utc(until));
            try (ResultSet row = statement.executeQuery()) {
                String claim = row.next() ? row.getString("claim") : "ours";
                return switch (claim) {
                    case "nothing_to_do" -> new Claim.NothingToDo();
                    case "held" -> new Claim.Held(Sql.instant(row, "claimed_until"));
                    default -> new Claim.Ours();
                };
            }
        }));
    }

    @Override
    public void release(UUID itemId, UUID messageId) {
        transactions.inTransaction(() -> {
            sql.prepare(RELEASE, statement -> {
                statement.setObject(1, itemId);
                statement.setObject(2, messageId);
                return statement.executeUpdate();
            });
        });
    }

    @Override
    public void handedOn(UUID itemId, UUID messageId) {
        transactions.inTransaction(() -> {
            sql.prepare(HANDED_ON, statement -> {
                statement.setObject(1, messageId);
                statement.setObject(2, itemId);
                return statement.executeUpdate();
            });
        });
    }
}
