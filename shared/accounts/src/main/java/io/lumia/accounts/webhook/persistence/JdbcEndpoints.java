package io.lumia.accounts.webhook.persistence;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** {@link Endpoints} in tables {@code accounts.webhook_endpoint} and {@code webhook_secret}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcEndpoints implements Endpoints {

    /** Two who add for one owner wait for each other; a row to lock there is none before the first. */
    private static final String LOCK_OWNER =
            "SELECT pg_advisory_xact_lock(hashtextextended('accounts.webhook_endpoint/' || ?, 0))";

    private static final String ADD = """
            INSERT INTO accounts.webhook_endpoint (endpoint_id, owner_id, url, description, types, status, created_at)
            SELECT ?, ?, ?, ?, cast(? AS text[]), ?, ?
             WHERE (SELECT count(*) FROM accounts.webhook_endpoint WHERE owner_id = ?) < ?
            """;

    private static final String COLUMNS = """
            SELECT endpoint_id, owner_id, url, description, types, status, disabled_reason, created_at
              FROM accounts.webhook_endpoint
            """;

    private static final String LIST = COLUMNS + " WHERE owner_id = ? ORDER BY created_at, endpoint_id LIMIT ?";
    private static final String FIND = COLUMNS + " WHERE owner_id = ? AND endpoint_id = ?";

    private static final String CHANGE = """
            UPDATE accounts.webhook_endpoint SET url = ?, description = ?, types = cast(? AS text[])
             WHERE owner_id = ? AND endpoint_id = ?
            """;

    private static final String CHANGE_STATUS = """
            UPDATE accounts.webhook_endpoint
               SET status = ?, disabled_reason = ?, failing_since = CASE WHEN ? = 'active' THEN NULL ELSE failing_since END
             WHERE owner_id = ? AND endpoint_id = ? AND status <> ?
            """;

    private static final String REMOVE = "DELETE FROM accounts.webhook_endpoint WHERE owner_id = ? AND endpoint_id = ?";
    private static final String ERASE = "DELETE FROM accounts.webhook_endpoint WHERE owner_id = ?";

    private static final String LOCK_ENDPOINT = FIND + " FOR UPDATE";

    private static final String ADD_SECRET = """
            INSERT INTO accounts.webhook_secret (secret_id, endpoint_id, sealed, created_at) VALUES (?, ?, ?, ?)
            """;

    private static final String END_SECRETS = """
            UPDATE accounts.webhook_secret s SET expires_at = least(s.expires_at, ?)
              FROM accounts.webhook_endpoint e
             WHERE e.endpoint_id = s.endpoint_id AND e.owner_id = ? AND e.endpoint_id = ?
            """;

    private static final String SECRETS = """
            SELECT s.secret_id, s.sealed, s.created_at
              FROM accounts.webhook_secret s
              JOIN accounts.webhook_endpoint e USING (endpoint_id)
             WHERE e.owner_id = ? AND e.endpoint_id = ? AND (s.expires_at IS NULL OR s.expires_at > ?)
             ORDER BY s.created_at DESC, s.secret_id DESC
             LIMIT ?
            """;

    private final Sql sql;
    private final Transactions transactions;

    JdbcEndpoints(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public boolean add(Endpoint endpoint, SealedSecret secret) {
        return transactions.inTransaction(() -> {
            lockOwner(endpoint.owner());
            boolean added = sql.prepare(ADD, statement -> {
                statement.setObject(1, endpoint.id());
                statement.setObject(2, endpoint.owner().value());
                statement.setString(3, endpoint.url().toString());
                statement.setString(4, endpoint.description());
                Sql.setArray(statement, 5, "text", codes(endpoint.types()));
                statement.setString(6, endpoint.status().code());
                statement.setObject(7, Sql.utc(endpoint.createdAt()));
                statement.setObject(8, endpoint.owner().value());
                statement.setInt(9, MAX_PER_OWNER);
                return statement.executeUpdate() == 1;
            });
            if (added) {
                insert(endpoint.id(), secret);
            }
            return added;
        });
    }

    private void lockOwner(UserId owner) {
        sql.prepare(LOCK_OWNER, statement -> {
            statement.setString(1, owner.toString());
            return statement.execute();
        });
    }

    @Override
    public List<Endpoint> list(UserId owner) {
        return sql.prepare(LIST, statement -> {
            statement.setObject(1, owner.value());
            statement.setInt(2, MAX_PER_OWNER);
            return Sql.list(statement, JdbcEndpoints::endpoint);
        });
    }

    @Override
    public Optional<Endpoint> find(UserId owner, UUID endpointId) {
        return find(FIND, owner, endpointId);
    }

    private Optional<Endpoint> find(String query, UserId owner, UUID endpointId) {
        return sql.prepare(query, statement -> {
            own(statement, 1, owner, endpointId);
            return Sql.list(statement, JdbcEndpoints::endpoint).stream().findFirst();
        });
    }

    @Override
    public boolean change(UserId owner, UUID endpointId, EndpointWish wish) {
        return sql.prepare(CHANGE, statement -> {
            statement.setString(1, wish.url().toString());
            statement.setString(2, wish.description());
            Sql.setArray(statement, 3, "text", codes(wish.types()));
            own(statement, 4, owner, endpointId);
            return statement.executeUpdate() == 1;
        });
    }

    private static List<String> codes(Set<WebhookEventType> types) {
        return types.stream().map(WebhookEventType::code).sorted().toList();
    }

    @Override
    public boolean changeStatus(UserId owner, UUID endpointId, Endpoint.Status status, String reason) {
        return sql.prepare(CHANGE_STATUS, statement -> {
            statement.setString(1, status.code());
            statement.setString(2, reason);
            statement.setString(3, status.code());
            own(statement, 4, owner, endpointId);
            statement.setString(6, status.code());
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public boolean remove(UserId owner, UUID endpointId) {
        return sql.prepare(REMOVE, statement -> {
            own(statement, 1, owner, endpointId);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public void erase(UserId owner) {
        sql.prepare(ERASE, statement -> {
            statement.setObject(1, owner.value());
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean addSecret(UserId owner, UUID endpointId, SealedSecret secret, Instant othersUntil) {
        return transactions.inTransaction(() -> {
            boolean isRoom = find(LOCK_ENDPOINT, owner, endpointId).isPresent()
                    && secrets(owner, endpointId, secret.createdAt()).size() < MAX_SECRETS;
            if (isRoom) {
                endSecrets(owner, endpointId, othersUntil);
                insert(endpointId, secret);
            }
            return isRoom;
        });
    }

    private void insert(UUID endpointId, SealedSecret secret) {
        sql.prepare(ADD_SECRET, statement -> {
            statement.setObject(1, secret.id());
            statement.setObject(2, endpointId);
            statement.setBytes(3, secret.sealed());
            statement.setObject(4, Sql.utc(secret.createdAt()));
            return statement.executeUpdate();
        });
    }

    private void endSecrets(UserId owner, UUID endpointId, Instant at) {
        sql.prepare(END_SECRETS, statement -> {
            statement.setObject(1, Sql.utc(at));
            own(statement, 2, owner, endpointId);
            return statement.executeUpdate();
        });
    }

    @Override
    public List<SealedSecret> secrets(UserId owner, UUID endpointId, Instant now) {
        return sql.prepare(SECRETS, statement -> {
            own(statement, 1, owner, endpointId);
            statement.setObject(3, Sql.utc(now));
            statement.setInt(4, MAX_SECRETS);
            return Sql.list(
                    statement,
                    row -> new SealedSecret(
                            row.getObject("secret_id", UUID.class),
                            row.getBytes("sealed"),
                            Sql.instant(row, "created_at")));
        });
    }

    private static void own(PreparedStatement statement, int position, UserId owner, UUID endpointId)
            throws SQLException {
        statement.setObject(position, owner.value());
        statement.setObject(position + 1, endpointId);
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getObject("endpoint_id", UUID.class),
                new UserId(row.getObject("owner_id", UUID.class)),
                EndpointUrl.parse(row.getString("url")),
                row.getString("description"),
                types((String[]) row.getArray("types").getArray()),
                Endpoint.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("disabled_reason"),
                Sql.instant(row, "created_at"));
    }

    private static Set<WebhookEventType> types(String[] codes) {
        return Arrays.stream(codes)
                .flatMap(code -> WebhookEventType.find(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
