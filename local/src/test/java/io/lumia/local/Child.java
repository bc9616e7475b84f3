package io.lumia.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in a process of its own, as the launcher starts it. */
public final class Child implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 100;

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param folder for its output */
    public static Child start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    /** @param environment variables beside our own */
    public static Child start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlumia.home=" + Path.of("..").toRealPath(),
                "-Dlumia.programs=" + Path.of("target", "postgres-programs").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.lumia.local.cli.Lumia"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Child(builder.start(), out, err);
    }

    /** Runs a command to its end. */
    public static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** @param environment variables beside our own */
    public static Ended run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (Child child = start(folder, environment, arguments)) {
            return child.awaitEnd();
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String out() {
        return text(out);
    }

    public String err() {
        return text(err);
    }

    /** Waits for something to become true; fails with what the child said when it does not, or when the child ends. */
    public void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("%s did not come: %s%n%s".formatted(what, out(), err()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** As Ctrl-C does; returns when it has ended. */
    public Ended stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public Ended awaitEnd() throws InterruptedException {
        return awaitEnd(LONGEST);
    }

    /** For what takes longer than most. */
    public Ended awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after %s: %s%n%s".formatted(atMost, out(), err()));
        }
        return new Ended(process.exitValue(), out(), err());
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How it ended and what it said. */
    public record Ended(int exitCode, String out, String err) {}
}
