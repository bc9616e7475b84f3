package io.lumia.platform.database.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RdsRootsTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/lumia/platform/database/tls/rds");

    /** Aurora's certificates are of one year; AWS lets these three sign them. */
    @ParameterizedTest
    @MethodSource("regions")
    void holdTheRegionsThreeRootsThatSignThemselves(String region) throws IOException, GeneralSecurityException {
        List<X509Certificate> roots = certificates(region);

        assertThat(roots)
                .extracting(root -> root.getSubjectX500Principal().getName())
                .allMatch(name -> name.contains("CN=Amazon RDS " + region + " Root CA "))
                .hasSize(3)
                .doesNotHaveDuplicates();
        for (X509Certificate root : roots) {
            root.verify(root.getPublicKey());
            assertThat(root.getBasicConstraints()).isNotNegative();
            assertThat(root.getNotAfter().toInstant()).isAfter(Instant.parse("2060-01-01T00:00:00Z"));
        }
        assertThat(new RdsRoots(region).getDefaultCipherSuites()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "moon-west-1", "../eu-central-1", "EU-CENTRAL-1"})
    void sayThatTheyHaveNoneOfARegion(String region) {
        assertThatThrownBy(() -> new RdsRoots(region))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("sslfactoryarg of the database's URL is '%s'".formatted(region));
    }

    @Test
    void askForARegion() {
        assertThatThrownBy(() -> new RdsRoots(null)).hasMessageContaining("sslfactoryarg");
    }

    private static List<X509Certificate> certificates(String region) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(FOLDER.resolve(region + ".pem"))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static List<String> regions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pem"))
                    .map(name -> name.replace(".pem", ""))
                    .sorted()
                    .toList();
        }
    }
}
