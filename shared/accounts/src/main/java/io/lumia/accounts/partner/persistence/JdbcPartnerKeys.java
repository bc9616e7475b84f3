package io.lumia.accounts.partner.persistence;

import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.KeyHash;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.PartnerKey;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.kernel.access.Scope;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** {@link PartnerKeys} in table {@code accounts.partner_key}. That two live ones are enough, a unique constraint says. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcPartnerKeys implements PartnerKeys {

    /** Another's insert may take the slot that we saw free; then the next one is tried. */
    private static final int MAX_TRIES = MAX_LIVE + 1;

    private static final String FREE_SLOTS = """
            UPDATE accounts.partner_key SET slot = NULL
             WHERE owner_id = ? AND mode = ? AND slot IS NOT NULL AND expires_at <= ?
            """;

    private static final String ADD = """
            INSERT INTO accounts.partner_key (key_id, owner_id, name, mode, hint, pepper_version, key_hash, scopes, addresses,
                                              created_at, expires_at, slot)
            SELECT n.*, s.slot
              FROM (SELECT cast(? AS uuid), cast(? AS uuid) AS owner_id, cast(? AS text), cast(? AS text) AS mode,
                           cast(? AS text), cast(? AS int), cast(? AS text), cast(? AS text[]), cast(? AS text[]),
                           cast(? AS timestamptz), cast(? AS timestamptz)) n,
                   generate_series(1, ?) s (slot)
             WHERE NOT EXISTS (SELECT FROM accounts.partner_key k
                                WHERE k.owner_id = n.owner_id AND k.mode = n.mode AND k.slot = s.slot)
             ORDER BY s.slot
             LIMIT 1
            ON CONFLICT ON CONSTRAINT partner_key_two_live DO NOTHING
            """;

    private static final String COLUMNS = """
            SELECT key_id, owner_id, name, mode, hint, pepper_version, scopes, addresses, created_at, expires_at, revoked_at,
                   last_used_at
              FROM accounts.partner_key
            """;

    private static final String LIST =
            COLUMNS + " WHERE owner_id = ? ORDER BY created_at DESC, key_id LIMIT ? OFFSET ?";
    private static final String COUNT = "SELECT count(*) FROM accounts.partner_key WHERE owner_id = ?";
    private static final String FIND = COLUMNS + " WHERE owner_id = ? AND key_id = ?";
    private static final String FIND_BY_HASH = COLUMNS + " WHERE key_hash = ANY (?)";

    private static final String REVOKE = """
            UPDATE accounts.partner_key SET revoked_at = ?, slot = NULL
             WHERE owner_id = ? AND key_id = ? AND revoked_at IS NULL
            """;

    private static final String EXPIRE_BY = """
            UPDATE accounts.partner_key SET expires_at = least(expires_at, ?)
             WHERE owner_id = ? AND key_id = ? AND revoked_at IS NULL
            """;

    private static final String USED = """
            UPDATE accounts.partner_key SET last_used_at = ?
             WHERE owner_id = ? AND key_id = ? AND (last_used_at IS NULL OR last_used_at <= ?)
            """;

    private static final String REFUSED = """
            UPDATE accounts.partner_key SET refused_at = ?
             WHERE owner_id = ? AND key_id = ? AND (refused_at IS NULL OR refused_at <= ?)
            """;

    private static final String REHASH = """
            UPDATE accounts.partner_key SET pepper_version = ?, key_hash = ?
             WHERE owner_id = ? AND key_id = ? AND pepper_version < ?
            """;

    private static final String ERASE = "DELETE FROM accounts.partner_key WHERE owner_id = ?";

    private final Sql sql;
    private final Transactions transactions;

    JdbcPartnerKeys(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public boolean add(PartnerKey key, KeyHash hash) {
        return transactions.inTransaction(() -> {
            freeSlots(key);
            for (int tries = 0; tries < MAX_TRIES; tries++) {
                if (insert(key, hash)) {
                    return true;
                }
            }
            return false;
        });
    }

    private void freeSlots(PartnerKey key) {
        sql.prepare(FREE_SLOTS, statement -> {
            statement.setObject(1, key.owner().value());
            statement.setString(2, key.mode().code());
            statement.setObject(3, Sql.utc(key.createdAt()));
            return statement.executeUpdate();
        });
    }

    private boolean insert(PartnerKey key, KeyHash hash) {
        return sql.prepare(ADD, statement -> {
            statement.setObject(1, key.id());
            statement.setObject(2, key.owner().value());
            statement.setString(3, key.name());
            statement.setString(4, key.mode().code());
            statement.setString(5, key.hint());
            statement.setInt(6, hash.pepperVersion());
            statement.setString(7, hash.hex());
            List<String> scopes =
                    key.scopes().stream().map(Scope::code).sorted().toList();
            Sql.setArray(statement, 8, "text", scopes);
            Sql.setArray(
                    statement,
                    9,
                    "text",
                    key.addresses().stream().map(AddressRange::toString).toList());
            statement.setObject(10, Sql.utc(key.createdAt()));
            statement.setObject(11, Sql.utcOrNull(key.expiresAt()));
            statement.setInt(12, MAX_LIVE);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public Page list(UserId owner, int page, int perPage) {
        List<PartnerKey> keys = sql.prepare(LIST, statement -> {
            statement.setObject(1, owner.value());
            statement.setInt(2, perPage);
            statement.setLong(3, (page - 1L) * perPage);
            return Sql.list(statement, JdbcPartnerKeys::key);
        });
        return new Page(keys, count(owner));
    }

    private long count(UserId owner) {
        return sql.prepare(COUNT, statement -> {
            statement.setObject(1, owner.value());
            return Sql.list(statement, row -> row.getLong(1)).getFirst();
        });
    }

    @Override
    public Optional<PartnerKey> find(UserId owner, UUID keyId) {
        return sql.prepare(FIND, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, keyId);
            return Sql.list(statement, JdbcPartnerKeys::key).stream().findFirst();
        });
    }

    @Override
    public Optional<Found> findByHash(List<KeyHash> candidates) {
        return sql.prepare(FIND_BY_HASH, statement -> {
            Sql.setArray(
                    statement, 1, "text", candidates.stream().map(KeyHash::hex).toList());
            return Sql.list(statement, row -> new Found(key(row), row.getInt("pepper_version"))).stream()
                    .findFirst();
        });
    }

    @Override
    public boolean revoke(UserId owner, UUID keyId, Instant at) {
        return sql.prepare(REVOKE, statement -> changed(statement, owner, keyId, at));
    }

    @Override
    public boolean expireBy(UserId owner, UUID keyId, Instant at) {
        return sql.prepare(EXPIRE_BY, statement -> changed(statement, owner, keyId, at));
    }

    private static boolean changed(PreparedStatement statement, UserId owner, UUID keyId, Instant at)
            throws SQLException {
        statement.setObject(1, Sql.utc(at));
        statement.setObject(2, owner.value());
        statement.setObject(3, keyId);
        return statement.executeUpdate() == 1;
    }

    @Override
    public void used(PartnerKey key, Instant at) {
        sql.prepare(USED, statement -> noted(statement, key, at, at.minus(USE_NOTED_EVERY)));
    }

    @Override
    public boolean refused(PartnerKey key, Instant at) {
        return sql.prepare(REFUSED, statement -> noted(statement, key, at, at.minus(REFUSAL_NOTED_EVERY)));
    }

    private static boolean noted(PreparedStatement statement, PartnerKey key, Instant at, Instant lastBy)
            throws SQLException {
        statement.setObject(1, Sql.utc(at));
        statement.setObject(2, key.owner().value());
        statement.setObject(3, key.id());
        statement.setObject(4, Sql.utc(lastBy));
        return statement.executeUpdate() == 1;
    }

    @Override
    public void rehash(PartnerKey key, KeyHash hash) {
        sql.prepare(REHASH, statement -> {
            statement.setInt(1, hash.pepperVersion());
            statement.setString(2, hash.hex());
            statement.setObject(3, key.owner().value());
            statement.setObject(4, key.id());
            statement.setInt(5, hash.pepperVersion());
            return statement.executeUpdate();
        });
    }

    @Override
    public void erase(UserId owner) {
        sql.prepare(ERASE, statement -> {
            statement.setObject(1, owner.value());
            return statement.executeUpdate();
        });
    }

    private static PartnerKey key(ResultSet row) throws SQLException {
        return new PartnerKey(
                row.getObject("key_id", UUID.class),
                new UserId(row.getObject("owner_id", UUID.class)),
                row.getString("name"),
                KeyMode.find(row.getString("mode")).orElseThrow(),
                row.getString("hint"),
                scopes(texts(row, "scopes")),
                texts(row, "addresses").stream().map(AddressRange::parse).toList(),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "expires_at"),
                Sql.instantOrNull(row, "revoked_at"),
                Sql.instantOrNull(row, "last_used_at"));
    }

    /** One that this release does not know any more gives no right. */
    private static Set<Scope> scopes(List<String> codes) {
        return codes.stream().flatMap(code -> Scope.find(code).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
