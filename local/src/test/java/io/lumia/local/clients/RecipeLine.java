package io.lumia.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command in the repository's root with this JDK first on the path.
 *
 * @param output folder for what it says
 * @param key the partner key that the first calls find
 */
record RecipeLine(Path repository, Path output, String key) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What a short-lived program needs; the JDK says on standard error that it took it up. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** Runs it to its end and hands out its standard output; fails where the command does. */
    String run(String... command) throws IOException, InterruptedException {
        int exitCode = exitCode(List.of(command));
        String said = Files.readString(out());
        assertThat(exitCode)
                .as("%s%n%s%n%s", String.join(" ", command), said, Files.readString(err()))
                .isZero();
        return said;
    }

    /** 127 where there is no such program. */
    int exitCode(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectOutput(out().toFile())
                .redirectError(err().toFile());
        Map<String, String> environment = builder.environment();
        environment.merge("PATH", bin(), (path, bin) -> bin + File.pathSeparator + path);
        environment.put("JAVA_TOOL_OPTIONS", SHORT_LIVED);
        environment.put("LUMIA_API_KEY", key);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            Files.writeString(err(), e.toString());
            return 127;
        }
        try {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends within %s", command, LONGEST)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path out() {
        return output.resolve("out.txt");
    }

    private Path err() {
        return output.resolve("err.txt");
    }

    private static String bin() {
        return Path.of(System.getProperty("java.home", ""), "bin").toString();
    }
}
