package io.lumia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function at CloudFront, run by node as CloudFront would run it. */
final class SiteRoutesTest {

    private static final Path SCRIPT = Path.of("src/main/resources/site-routes.js");

    @ParameterizedTest
    @CsvSource({
        "/, /index.html",
        "/assets, /index.html",
        "/assets/BRK.B, /index.html",
        "/recommendations/0190a1b2, /index.html",
        "/config.json, /config.json",
        "/favicon.svg, /favicon.svg",
        "/static/main-5f3a.js, /static/main-5f3a.js",
        "/static/gone, /static/gone"
    })
    void aPathThatIsNoFileIsAPage(String asked, String given) throws IOException, InterruptedException {
        String program = "%s; process.stdout.write(handler({request: {uri: process.argv[1]}}).uri)"
                .formatted(java.nio.file.Files.readString(SCRIPT));

        Process node = new ProcessBuilder("node", "-e", program, asked)
                .redirectErrorStream(true)
                .start();

        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(given);
    }
}
