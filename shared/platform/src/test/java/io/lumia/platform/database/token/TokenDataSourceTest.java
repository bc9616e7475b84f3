package io.lumia.platform.database.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** On a real server that takes the token of one second as its password, over TLS only. */
final class TokenDataSourceTest {

    private static final String REGION = "eu-central-1";
    private static final Instant NOW = Instant.parse("2026-11-26T13:14:15Z");

    @TempDir
    private static Path folder;

    private static EncryptedServer server;

    @BeforeAll
    static void start() throws Exception {
        server = EncryptedServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void everyNewConnectionSignsInByATokenOfItsOwn() throws SQLException {
        SettableClock clock = new SettableClock(NOW);
        TokenDataSource source = source(clock);

        server.expect(tokenAt(NOW));
        assertThat(signedInAs(source)).isEqualTo("lumia_write");

        // A minute later the token is another one, which the server does not know yet.
        clock.now = NOW.plusSeconds(60);
        assertThatThrownBy(() -> signedInAs(source)).isInstanceOf(SQLException.class);
        server.expect(tokenAt(clock.now));
        assertThat(signedInAs(source)).isEqualTo("lumia_write");
    }

    @Test
    void thePoolOfAFunctionSignsInSo() throws SQLException {
        server.expect(tokenAt(NOW));

        try (ApplicationContext context = ApplicationContext.builder(properties("iam"))
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC))
                .start()) {
            Sql sql = context.getBean(Sql.class);

            String user = context.getBean(Transactions.class)
                    .inTransaction(() ->
                            sql.prepare("SELECT current_user", statement -> Sql.list(statement, row -> row.getString(1))
                                    .getFirst()));

            assertThat(user).isEqualTo("lumia_write");
        }
    }

    @Test
    void anotherWayOfSigningInIsRefused() {
        assertThatThrownBy(() -> ApplicationContext.run(properties("kerberos")))
                .hasStackTraceContaining("lumia.database.authentication is 'kerberos'; allowed: password, iam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer"})
    void neverSendsATokenInTheClear(String sslMode) {
        assertThatThrownBy(() -> new TokenDataSource(server.url(sslMode), (_, _, _) -> "token"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("'%s'; allowed: require, verify-ca, verify-full".formatted(sslMode));
    }

    @Test
    void keepsTheModeThatTheUrlAsksFor() {
        TokenDataSource source = new TokenDataSource(server.url("verify-full"), (_, _, _) -> "token");

        // The server's certificate is its own: whoever checks it lets nobody in.
        assertThatThrownBy(() -> source.getConnection("lumia_write", null)).isInstanceOf(SQLException.class);
    }

    private static Map<String, Object> properties(String authentication) {
        return Map.of(
                "datasources.default.url", server.url("require"),
                "datasources.default.username", "lumia_write",
                "datasources.default.dialect", "POSTGRES",
                "datasources.default.maximum-pool-size", "1",
                "datasources.default.connection-timeout", "5000",
                "lumia.database.authentication", authentication,
                "aws.region", REGION,
                "aws.access-key-id", "AKIDEXAMPLE",
                "aws.secret-key", "secret");
    }

    private static TokenDataSource source(Clock clock) {
        return new TokenDataSource(server.url("require"), (host, port, user) -> token(host, port, user, clock));
    }

    private static String tokenAt(Instant time) {
        return token("localhost", server.port(), "lumia_write", Clock.fixed(time, ZoneOffset.UTC));
    }

    private static String token(String host, int port, String user, Clock clock) {
        return DatabaseToken.of(host, port, user, REGION, AwsBasicCredentials.create("AKIDEXAMPLE", "secret"), clock);
    }

    private static String signedInAs(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection("lumia_write", "not used")) {
            return user(connection);
        }
    }

    private static String user(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Stands until it is set. */
    private static final class SettableClock extends Clock {

        private Instant now;

        private SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
