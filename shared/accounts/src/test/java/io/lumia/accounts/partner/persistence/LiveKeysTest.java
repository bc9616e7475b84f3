package io.lumia.accounts.partner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.LiveKeys;
import io.lumia.accounts.partner.LiveKeys.Live;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());
    private final LiveKeys keys = context.getBean(LiveKeys.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void thoseThatCountWithTheTierOfTheirOwner() throws SQLException {
        execute("""
            INSERT INTO accounts.user_account (user_id, role, plan, issuer, created_at)
            VALUES ('00000000-0000-0000-0000-0000000000a1', 'user', 'premium', 'test', '2026-11-01Z');
            """);
        add(1, "a1", "NULL", "NULL");
        add(2, "a2", "'2026-11-29T10:00:01Z'", "NULL");
        add(3, "a1", "'2026-11-29T10:00:00Z'", "NULL");
        add(4, "a1", "NULL", "'2026-11-29T09:00:00Z'");

        assertThat(keys.all(NOW, 10))
                .containsExactly(
                        new Live(new UUID(0, 1), QuotaTier.PREMIUM), new Live(new UUID(0, 2), QuotaTier.AUTHENTICATED));
        assertThat(keys.all(NOW, 1)).hasSize(1);
        assertThat(keys.find(new UUID(0, 1), NOW)).contains(new Live(new UUID(0, 1), QuotaTier.PREMIUM));
        assertThat(keys.find(new UUID(0, 4), NOW)).isEmpty();
    }

    private void add(int number, String owner, String expiresAt, String revokedAt) throws SQLException {
        execute("""
            INSERT INTO accounts.partner_key (key_id, owner_id, name, mode, hint, pepper_version, key_hash, scopes,
                                              addresses, created_at, expires_at, revoked_at)
            VALUES ('00000000-0000-0000-0000-00000000000%d', '00000000-0000-0000-0000-0000000000%s', 'k', 'live', 'lum',
                    1, 'hash%d', '{}', '{}', '2026-11-01T00:00:0%dZ', %s, %s)
            """.formatted(number, owner, number, number, expiresAt, revokedAt));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
