package io.lumia.platform.database.token;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that lets {@code lumia_write} in over TLS by password only, as RDS does with a token for one. */
public final class EncryptedServer implements AutoCloseable {

    private static final Duration STARTUP_WAIT = Duration.ofSeconds(120);
    private static final String STORE_PASSWORD = "changeit";

    private final EmbeddedPostgres server;

    private EncryptedServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static EncryptedServer start(Path folder) throws IOException, GeneralSecurityException, SQLException {
        writeCertificates(folder);
        Path data = folder.resolve("data");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP_WAIT)
                .setDataDirectory(data)
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", folder.resolve("server.crt").toString())
                .setServerConfig("ssl_key_file", folder.resolve("server.key").toString())
                .start();
        Path rules = data.resolve("pg_hba.conf");
        Files.writeString(
                rules,
                "hostssl all lumia_write all password\nhostnossl all lumia_write all reject\n"
                        + Files.readString(rules));
        EncryptedServer started = new EncryptedServer(server);
        started.execute("CREATE ROLE lumia_write LOGIN");
        started.execute("SELECT pg_reload_conf()");
        return started;
    }

    /** What it takes for the password from now on. */
    public void expect(String token) throws SQLException {
        execute("ALTER ROLE lumia_write PASSWORD '%s'".formatted(token));
    }

    /** {@code root.crt} of the folder it was started in vouches for it, as localhost only. */
    public String url(String sslMode) {
        return "jdbc:postgresql://localhost:%d/postgres?sslmode=%s".formatted(server.getPort(), sslMode);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A root of its own, which signs the server's certificate, and another that signs nothing. */
    private static void writeCertificates(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        makeKeyPair(store, "root", "-dname", "CN=A test's root", "-ext", "bc:c");
        makeKeyPair(store, "other-root", "-dname", "CN=Another test's root", "-ext", "bc:c");
        makeKeyPair(store, "server", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-signer", "root");
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        for (String alias : List.of("root", "other-root", "server")) {
            writePem(
                    folder.resolve(alias + ".crt"),
                    "CERTIFICATE",
                    keys.getCertificate(alias).getEncoded());
        }
        writePem(
                folder.resolve("server.key"),
                "PRIVATE KEY",
                keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded());
    }

    private static void makeKeyPair(Path store, String alias, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                STORE_PASSWORD,
                "-keystore",
                store.toString()));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).inheritIO().start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool made no key pair " + alias);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void writePem(Path file, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind),
                StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
