package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built site in a real Chromium against a running installation with the demo's data: {@code static-site/e2e}. Skipped,
 * saying so, where this machine has no Chromium or the site is not built; {@code .ci/run} sees to both.
 */
final class SiteIT {

    private static final Path SITE =
            Path.of("..", "static-site").toAbsolutePath().normalize();
    private static final int SKIPPED = 77;

    /** The tests in the browser end by themselves before this, and say what they did. */
    private static final int TESTS_MINUTES = 20;

    private static final int LONGEST_MINUTES = TESTS_MINUTES + 4;

    /** Each size and each theme once; all four are looked at by hand. */
    private static final String LOOKS = "desktop-dark,phone-light";

    @TempDir
    private Path temporary;

    @Test
    void everyPageWorksInABrowser() throws Exception {
        assumeTrue(
                Files.isRegularFile(SITE.resolve("dist/index.html")),
                "the site is not built: mvn -q -pl static-site package");
        browsed("pages", "--open");
        // The same books, at a Lumia that asks who one is.
        browsed("closed");
    }

    private void browsed(String suites, String... options) throws Exception {
        Path data = temporary.resolve("data");
        List<String> arguments =
                new ArrayList<>(List.of("up", "--demo-account", "--port", "0", "--json", "--data", data.toString()));
        arguments.addAll(List.of(options));
        try (Child running = Child.start(temporary, arguments.toArray(String[]::new))) {
            running.await("the site", () -> running.out().contains("}"));
            JsonNode said = Json.tree(running.out());
            Path log = temporary.resolve("e2e-%s.txt".formatted(suites));

            int exitCode = browse(suites, said, data.resolve("demo-account.json"), log);

            assumeTrue(exitCode != SKIPPED, () -> text(log));
            assertThat(exitCode).as(text(log)).isZero();
        }
    }

    private static int browse(String suites, JsonNode said, Path account, Path log)
            throws IOException, InterruptedException {
        String base = said.path("site").asText().replaceAll("/$", "");
        ProcessBuilder builder = new ProcessBuilder("node", "e2e/run.mjs", base)
                .directory(SITE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LUMIA_E2E_ACCOUNT", account.toString());
        builder.environment().put("LUMIA_E2E_LINK", said.path("sign_in_link").asText());
        builder.environment().put("LUMIA_E2E_SUITES", suites);
        builder.environment().put("LUMIA_E2E_LOOKS", LOOKS);
        builder.environment().put("LUMIA_E2E_MINUTES", String.valueOf(TESTS_MINUTES));
        Process node = builder.start();
        try {
            assertThat(node.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                    .as("the tests in the browser end within %d minutes: %s", LONGEST_MINUTES, text(log))
                    .isTrue();
            return node.exitValue();
        } finally {
            node.destroyForcibly();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        }
    }
}
