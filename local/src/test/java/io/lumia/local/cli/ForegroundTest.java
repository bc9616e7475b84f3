package io.lumia.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that is told to stop by a signal, as Ctrl-C does. */
final class ForegroundTest {

    private static final long LIMIT_SECONDS = 30;

    @Test
    void whatOnlyServesEndsWellWhenItIsToldTo() throws Exception {
        assertThat(exitCodeAfterASignal("serves")).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void workThatIsCutShortHasFailed() throws Exception {
        assertThat(exitCodeAfterASignal("works")).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void servingAfterWorkThatWasDoneEndsWell() throws Exception {
        assertThat(exitCodeAfterASignal("worked")).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void workThatFailedIsNotForgottenBecauseItGoesOnServing() throws Exception {
        assertThat(exitCodeAfterASignal("failed")).isEqualTo(ExitCodes.FAILED);
    }

    private static int exitCodeAfterASignal(String how) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("up");
            process.toHandle().destroy();
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(said.readLine()).isEqualTo("closed");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Waits for the signal in the state that it is told. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws InterruptedException {
            AutoCloseable runtime = () -> System.out.println("closed");
            Foreground foreground = arguments[0].equals("serves") ? Foreground.of(runtime) : Foreground.ofWork(runtime);
            System.out.println("up");
            switch (arguments[0]) {
                case "worked" -> foreground.await(ExitCodes.DONE);
                case "failed" -> foreground.await(ExitCodes.FAILED);
                case "works" -> Thread.sleep(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
                default -> foreground.await();
            }
        }
    }
}
