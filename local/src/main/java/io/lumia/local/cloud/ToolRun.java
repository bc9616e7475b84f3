package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs a program of this machine to its end, with what it says in a file. */
final class ToolRun {

    private static final int SHOWN_LINES = 15;

    private ToolRun() {}

    /**
     * How it went.
     *
     * @param exitCode null if it ran past its limit and was ended
     */
    record Ended(@Nullable Integer exitCode, Duration limit, Path log) {

        boolean succeeded() {
            return exitCode != null && exitCode == 0;
        }

        String how() {
            return exitCode == null ? "did not end within " + limit.toMinutes() + " min" : "ended with " + exitCode;
        }

        String lastLines() {
            try {
                // A tool may write bytes that are no UTF-8; its message is wanted all the same.
                List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                return String.join("\n", all.subList(Math.max(0, all.size() - SHOWN_LINES), all.size()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + log, e);
            }
        }
    }

    /** Whether a program of the name is on the PATH. */
    static boolean exists(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** @param environment added to ours */
    static Ended of(List<String> words, Path folder, Map<String, String> environment, Path log, Duration limit) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return await(builder.start(), log, limit);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "%s does not start: %s".formatted(words.getFirst(), e.getMessage()), e);
        }
    }

    private static Ended await(Process process, Path log, Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            return new Ended(ended ? process.exitValue() : null, limit, log);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
