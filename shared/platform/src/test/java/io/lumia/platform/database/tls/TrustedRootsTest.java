package io.lumia.platform.database.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.platform.database.token.EncryptedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real server whose certificate a root of the test signed, for the name localhost. */
final class TrustedRootsTest {

    @TempDir
    private static Path folder;

    private static EncryptedServer server;

    @BeforeAll
    static void start() throws Exception {
        server = EncryptedServer.start(folder);
        server.expect("token");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void believesAServerThatARootVouchesFor() throws SQLException {
        assertThat(connects(url("verify-full", "root.crt"))).isTrue();
    }

    @Test
    void refusesAServerThatAnotherRootWouldHaveToVouchFor() {
        assertThatThrownBy(() -> connects(url("verify-full", "other-root.crt")))
                .isInstanceOf(SQLException.class)
                .hasRootCauseInstanceOf(java.security.cert.CertPathBuilderException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void refusesAServerThatIsNotTheHostAskedFor() throws SQLException {
        String byNumber = url("verify-full", "root.crt").replace("//localhost:", "//127.0.0.1:");

        assertThatThrownBy(() -> connects(byNumber))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("127.0.0.1");
        assertThat(connects(byNumber.replace("verify-full", "verify-ca"))).isTrue();
    }

    @Test
    void refusesAnyServerButAmazonsByItsOwnRoots() {
        String url = server.url("verify-full")
                + "&sslfactory=%s&sslfactoryarg=eu-central-1".formatted(RdsRoots.class.getName());

        assertThatThrownBy(() -> connects(url)).hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void namesTheFileThatHoldsNoCertificate() {
        Path key = folder.resolve("server.key");

        assertThatThrownBy(() -> new FileRoots(key.toString())).hasMessageContaining(key.toString());
    }

    private static String url(String mode, String roots) {
        return server.url(mode)
                + "&sslfactory=%s&sslfactoryarg=%s".formatted(FileRoots.class.getName(), folder.resolve(roots));
    }

    private static boolean connects(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "lumia_write", "token")) {
            return connection.isValid(5);
        }
    }
}
