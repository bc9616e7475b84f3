package io.lumia.accounts.webhook.delivery.persistence;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.Attempt;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.Delivery;
import io.lumia.accounts.webhook.delivery.DeliveryStatus;
import io.lumia.accounts.webhook.delivery.WebhookMessage;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Deliveries} in tables {@code accounts.webhook_message}, {@code webhook_delivery} and {@code webhook_attempt}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcDeliveries implements Deliveries {

    private static final String ADD_MESSAGE = """
        INSERT INTO accounts.webhook_message (message_id, type, at, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
        """;

    /** The id follows from message and endpoint, so that a step that is repeated makes the same one. */
    private static final String ADD_DELIVERIES = """
        INSERT INTO accounts.webhook_delivery (delivery_id, message_id, endpoint_id, owner_id, created_at, next_at)
        SELECT cast(md5(m.message_id || '/' || e.endpoint_id) AS uuid), m.message_id, e.endpoint_id, e.owner_id, m.at, m.at
          FROM accounts.webhook_message m, accounts.webhook_endpoint e
         WHERE m.message_id = ? AND e.status = 'active'
           AND (cast(? AS uuid) IS NULL OR e.owner_id = ?)
           AND (cast(? AS uuid) IS NOT NULL OR EXISTS (
               SELECT FROM accounts.user_account u
                WHERE u.user_id = e.owner_id AND u.erased_at IS NULL AND u.role = ANY (?)))
           AND CASE WHEN cast(? AS uuid) IS NULL THEN m.type = ANY (e.types) ELSE e.endpoint_id = ? END
        ON CONFLICT DO NOTHING
        """;

    private static final String CLAIM = """
        WITH due AS (
            SELECT d.delivery_id
              FROM accounts.webhook_delivery d
              JOIN accounts.webhook_endpoint e USING (endpoint_id)
             WHERE d.status = 'pending' AND d.next_at <= ? AND (d.claimed_until IS NULL OR d.claimed_until <= ?)
               AND e.status = 'active'
             ORDER BY d.next_at
             LIMIT ?
               FOR UPDATE OF d SKIP LOCKED
        ), claimed AS (
            UPDATE accounts.webhook_delivery d SET claimed_until = ? FROM due WHERE d.delivery_id = due.delivery_id
            RETURNING d.*
        )
        SELECT c.delivery_id, c.attempts, c.attempts - c.round_began AS tried, c.message_id, m.body, c.endpoint_id,
               c.owner_id, e.url, e.failing_since
          FROM claimed c
          JOIN accounts.webhook_message m USING (message_id)
          JOIN accounts.webhook_endpoint e USING (endpoint_id)
         ORDER BY c.next_at, c.delivery_id
        """;

    private static final String NEXT_DUE = """
        SELECT min(greatest(d.next_at, d.claimed_until)) AS due
          FROM accounts.webhook_delivery d
          JOIN accounts.webhook_endpoint e USING (endpoint_id)
         WHERE d.status = 'pending' AND d.next_at <= ? AND e.status = 'active'
        """;

    private static final String NOTE = """
        UPDATE accounts.webhook_delivery
           SET status = ?, attempts = attempts + 1, next_at = ?, ended_at = ?, claimed_until = NULL
         WHERE owner_id = ? AND delivery_id = ? AND status = 'pending' AND attempts = ?
        """;

    private static final String ADD_ATTEMPT = """
        INSERT INTO accounts.webhook_attempt (delivery_id, number, at, outcome, status, took_ms, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String NOTE_ENDPOINT = """
        UPDATE accounts.webhook_endpoint SET failing_since = CASE WHEN ? THEN NULL ELSE coalesce(failing_since, ?) END
         WHERE owner_id = ? AND endpoint_id = ? AND (failing_since IS NULL) <> ?
        """;

    private static final String COLUMNS = """
        SELECT d.delivery_id, d.endpoint_id, d.message_id, m.type, d.status, d.attempts, d.created_at, d.next_at, d.ended_at
          FROM accounts.webhook_delivery d
          JOIN accounts.webhook_message m USING (message_id)
        """;

    private static final String LIST = COLUMNS + """
         WHERE d.owner_id = ? AND d.endpoint_id = ?
         ORDER BY d.created_at DESC, d.delivery_id
         LIMIT ? OFFSET ?
        """;

    private static final String COUNT =
            "SELECT count(*) FROM accounts.webhook_delivery WHERE owner_id = ? AND endpoint_id = ?";

    private static final String FIND = COLUMNS + " WHERE d.owner_id = ? AND d.delivery_id = ?";

    private static final String FIND_OF = COLUMNS + " WHERE d.owner_id = ? AND d.endpoint_id = ? AND d.message_id = ?";

    private static final String ATTEMPTS = """
        SELECT a.number, a.at, a.outcome, a.status, a.took_ms, a.detail
          FROM accounts.webhook_attempt a
          JOIN accounts.webhook_delivery d USING (delivery_id)
         WHERE d.owner_id = ? AND d.delivery_id = ?
         ORDER BY a.number
        """;

    private static final String REPLAY = """
        UPDATE accounts.webhook_delivery
           SET status = 'pending', round_began = attempts, next_at = ?, ended_at = NULL, claimed_until = NULL
         WHERE owner_id = ? AND delivery_id = ? AND status <> 'pending'
        """;

    private static final String FORGET = """
        DELETE FROM accounts.webhook_message
         WHERE message_id IN (SELECT message_id FROM accounts.webhook_message WHERE at < ? ORDER BY at LIMIT ?)
        """;

    private final Sql sql;
    private final Transactions transactions;

    JdbcDeliveries(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public int add(WebhookMessage message, Audience audience) {
        return transactions.inTransaction(() -> {
            boolean isNew = sql.prepare(ADD_MESSAGE, statement -> {
                statement.setObject(1, message.id());
                statement.setString(2, message.type().code());
                statement.setObject(3, Sql.utc(message.at()));
                statement.setString(4, message.body());
                return statement.executeUpdate() == 1;
            });
            return isNew ? addDeliveries(message, audience) : 0;
        });
    }

    private int addDeliveries(WebhookMessage message, Audience audience) {
        UUID owner = owner(audience);
        UUID endpoint = endpoint(audience);
        return sql.prepare(ADD_DELIVERIES, statement -> {
            statement.setObject(1, message.id());
            statement.setObject(2, owner);
            statement.setObject(3, owner);
            statement.setObject(4, owner);
            Sql.setArray(statement, 5, "text", rolesThatMayRead(message.type()));
            statement.setObject(6, endpoint);
            statement.setObject(7, endpoint);
            return statement.executeUpdate();
        });
    }

    private static List<String> rolesThatMayRead(WebhookEventType type) {
        return Arrays.stream(Role.values())
                .filter(role -> role.scopes().contains(type.needs()))
                .map(Role::code)
                .toList();
    }

    private static @Nullable UUID owner(Audience audience) {
        return switch (audience) {
            case Audience.Owner owner -> owner.owner().value();
            case Audience.One one -> one.owner().value();
            case Audience.Everyone _ -> null;
        };
    }

    private static @Nullable UUID endpoint(Audience audience) {
        return switch (audience) {
            case Audience.One one -> one.endpointId();
            case Audience.Owner _, Audience.Everyone _ -> null;
        };
    }

    @Override
    public List<Due> claim(Instant now, Duration lease, int atMost) {
        return transactions.inTransaction(() -> sql.prepare(CLAIM, statement -> {
            statement.setObject(1, Sql.utc(now));
            statement.setObject(2, Sql.utc(now));
            statement.setInt(3, atMost);
            statement.setObject(4, Sql.utc(now.plus(lease)));
            return Sql.list(statement, JdbcDeliveries::due);
        }));
    }

    @Override
    public Optional<Instant> findNextDue(Instant latest) {
        return transactions.inTransaction(() -> sql.prepare(NEXT_DUE, statement -> {
            statement.setObject(1, Sql.utc(latest));
            return Sql.list(statement, row -> Optional.ofNullable(Sql.instantOrNull(row, "due")))
                    .getFirst();
        }));
    }

    @Override
    public boolean note(Due due, Attempt attempt, Next next) {
        return transactions.inTransaction(() -> {
            boolean noted = noteDelivery(due, attempt, next);
            if (noted) {
                addAttempt(due, attempt);
                noteEndpoint(due, attempt.at(), next instanceof Next.Done);
            }
            return noted;
        });
    }

    private boolean noteDelivery(Due due, Attempt attempt, Next next) {
        DeliveryStatus status =
                switch (next) {
                    case Next.Done _ -> DeliveryStatus.DELIVERED;
                    case Next.Again _ -> DeliveryStatus.PENDING;
                    case Next.GivenUp _ -> DeliveryStatus.FAILED;
                };
        Instant nextAt = next instanceof Next.Again(Instant at) ? at : null;
        Instant endedAt = nextAt == null ? attempt.at().plus(attempt.took()) : null;
        return sql.prepare(NOTE, statement -> {
            statement.setString(1, status.code());
            statement.setObject(2, Sql.utcOrNull(nextAt));
            statement.setObject(3, Sql.utcOrNull(endedAt));
            statement.setObject(4, due.owner().value());
            statement.setObject(5, due.deliveryId());
            statement.setInt(6, due.attempts());
            return statement.executeUpdate() == 1;
        });
    }

    private void addAttempt(Due due, Attempt attempt) {
        sql.prepare(ADD_ATTEMPT, statement -> {
            statement.setObject(1, due.deliveryId());
            statement.setInt(2, attempt.number());
            statement.setObject(3, Sql.utc(attempt.at()));
            statement.setString(4, attempt.outcome());
            statement.setInt(5, attempt.status());
            statement.setLong(6, attempt.took().toMillis());
            statement.setString(7, attempt.detail().replace('\0', '?'));
            return statement.executeUpdate();
        });
    }

    private void noteEndpoint(Due due, Instant at, boolean taken) {
        sql.prepare(NOTE_ENDPOINT, statement -> {
            statement.setBoolean(1, taken);
            statement.setObject(2, Sql.utc(at));
            statement.setObject(3, due.owner().value());
            statement.setObject(4, due.endpointId());
            statement.setBoolean(5, taken);
            return statement.executeUpdate();
        });
    }

    @Override
    public Page list(UserId owner, UUID endpointId, int page, int perPage) {
        List<Delivery> deliveries = sql.prepare(LIST, statement -> {
            own(statement, owner, endpointId);
            statement.setInt(3, perPage);
            statement.setLong(4, (page - 1L) * perPage);
            return Sql.list(statement, JdbcDeliveries::delivery);
        });
        long total = sql.prepare(COUNT, statement -> {
            own(statement, owner, endpointId);
            return Sql.list(statement, row -> row.getLong(1)).getFirst();
        });
        return new Page(deliveries, total);
    }

    @Override
    public Optional<Delivery> find(UserId owner, UUID deliveryId) {
        return sql.prepare(FIND, statement -> {
            own(statement, owner, deliveryId);
            return Sql.list(statement, JdbcDeliveries::delivery).stream().findFirst();
        });
    }

    @Override
    public Optional<Delivery> findOf(UserId owner, UUID endpointId, UUID messageId) {
        return sql.prepare(FIND_OF, statement -> {
            own(statement, owner, endpointId);
            statement.setObject(3, messageId);
            return Sql.list(statement, JdbcDeliveries::delivery).stream().findFirst();
        });
    }

    @Override
    public List<Attempt> attempts(UserId owner, UUID deliveryId) {
        return sql.prepare(ATTEMPTS, statement -> {
            own(statement, owner, deliveryId);
            return Sql.list(
                    statement,
                    row -> new Attempt(
                            row.getInt("number"),
                            Sql.instant(row, "at"),
                            row.getString("outcome"),
                            row.getInt("status"),
                            Duration.ofMillis(row.getLong("took_ms")),
                            row.getString("detail")));
        });
    }

    @Override
    public boolean replay(UserId owner, UUID deliveryId, Instant at) {
        return sql.prepare(REPLAY, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setObject(2, owner.value());
            statement.setObject(3, deliveryId);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public int forget(Instant before, int atMost) {
        return sql.prepare(FORGET, statement -> {
            statement.setObject(1, Sql.utc(before));
            statement.setInt(2, atMost);
            return statement.executeUpdate();
        });
    }

    private static void own(PreparedStatement statement, UserId owner, UUID id) throws SQLException {
        statement.setObject(1, owner.value());
        statement.setObject(2, id);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("delivery_id", UUID.class),
                row.getInt("attempts"),
                row.getInt("tried"),
                row.getObject("message_id", UUID.class),
                row.getString("body"),
                row.getObject("endpoint_id", UUID.class),
                new UserId(row.getObject("owner_id", UUID.class)),
                EndpointUrl.parse(row.getString("url")),
                Sql.instantOrNull(row, "failing_since"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getObject("message_id", UUID.class),
                WebhookEventType.find(row.getString("type")).orElseThrow(),
                DeliveryStatus.parse(row.getString("status")),
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "next_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
