package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code local/lumia} in a repository of its own, whose Maven and Java are a few lines of shell. */
final class LauncherTest {

    private static final Path BASH = Path.of("/bin/bash");
    private static final long LIMIT_SECONDS = 30;
    private static final long PAUSE_MILLIS = 50;

    @TempDir
    private Path root;

    @BeforeEach
    void layARepository() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "needs bash");
        Files.createDirectories(root.resolve("local/target"));
        Files.copy(Path.of("lumia"), root.resolve("local/lumia"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve("jdk/bin"));
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        script("jdk/bin/javac", "exit 0");
        script("jdk/bin/java", """
                [ "${*: -1}" = serve ] || exit 0
                touch "%1$s/serving"
                for tenth in {1..600}; do
                    [ ! -e "%1$s/stop" ] || exit 0
                    sleep 0.1
                done""".formatted(root));
        script(
                "tools/mvn",
                "cd \"%s/local/target\"; echo jar >lumia-local-1.jar; echo '' >classpath.txt".formatted(root));
    }

    @Test
    void theJarsOfARunningProgramStayUntilItHasEnded() throws Exception {
        Process serving = launch("serve");
        try {
            awaitServing();
            Path first = jars().getFirst();

            touch();
            end(launch("status"));

            assertThat(first).isDirectory();
            assertThat(jars()).hasSize(2);

            Files.createFile(root.resolve("stop"));
            end(serving);
            touch();
            end(launch("status"));

            assertThat(first).doesNotExist();
            assertThat(jars()).hasSize(1);
        } finally {
            serving.destroy();
        }
    }

    private static void end(Process process) throws InterruptedException {
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Process launch(String argument) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(BASH.toString(), root.resolve("local/lumia").toString(), argument).inheritIO();
        builder.environment().remove("LUMIA_NO_BUILD");
        builder.environment().put("LUMIA_JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().merge("PATH", root.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        return builder.start();
    }

    /** A source file is newer than what was built; by the clock that may be the same moment. */
    private void touch() throws IOException {
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(1)));
    }

    private void awaitServing() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
        while (!Files.exists(root.resolve("serving"))) {
            assertThat(System.nanoTime()).as("the program did not start").isLessThan(deadline);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private List<Path> jars() throws IOException {
        Path folder = root.resolve("local/target/launcher");
        return Files.isDirectory(folder)
                ? names(folder)
                        .filter(name -> name.startsWith("jars."))
                        .map(folder::resolve)
                        .toList()
                : List.of();
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private void script(String file, String body) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/bash\n" + body + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
