package io.lumia.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.local.runtimeapi.FunctionProcess.Command;
import io.lumia.local.runtimeapi.Outcome.Answered;
import io.lumia.local.runtimeapi.Outcome.DidNotStart;
import io.lumia.local.runtimeapi.Outcome.Died;
import io.lumia.local.runtimeapi.Outcome.Failed;
import io.lumia.local.runtimeapi.Outcome.TimedOut;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.time.IdSource;
import io.lumia.platform.time.RandomIdSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionProcessTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final IdSource IDS = new RandomIdSource(CLOCK, new Random(1));
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final FunctionDefinition FUNCTION = new FunctionDefinition(
            "echo",
            "A fake.",
            "io.lumia.Echo",
            new Trigger.Manual(),
            List.of(),
            List.of(),
            List.of(),
            Access.NONE,
            Access.NONE,
            512,
            30,
            OptionalInt.empty(),
            List.of(),
            Map.of());

    @TempDir
    private Path folder;

    @Test
    void aProcessAnswersOneEventAfterTheOther() {
        try (FunctionProcess process = start()) {
            Outcome first = process.invoke("{\"echo\":1}", LONG);
            Outcome second = process.invoke("{\"echo\":2}", LONG);

            assertThat(first).isEqualTo(new Answered("{\"echo\":1}"));
            assertThat(second).isEqualTo(new Answered("{\"echo\":2}"));
            assertThat(ProcessHandle.of(process.pid())).isPresent();
        }
    }

    @Test
    void aFailureOfTheFunctionDoesNotEndItsProcess() {
        try (FunctionProcess process = start()) {
            Outcome failed = process.invoke("{\"fail\":1}", LONG);
            Outcome answered = process.invoke("{}", LONG);

            assertThat(failed).isInstanceOf(Failed.class);
            assertThat(answered).isEqualTo(new Answered("{}"));
        }
    }

    @Test
    void aProcessThatLetsItsDeadlinePassIsKilled() {
        try (FunctionProcess process = start()) {
            process.invoke("{}", LONG);

            Outcome late = process.invoke("{\"sleep\":1}", SHORT);

            assertThat(late).isEqualTo(new TimedOut("gave no answer", SHORT));
            assertThat(late.words()).isEqualTo("gave no answer within 500 ms; killed");
            assertThat(ProcessHandle.of(process.pid())
                            .map(ProcessHandle::isAlive)
                            .orElse(false))
                    .isFalse();
            assertThat(process.output()).contains("took {\"sleep\":1}");
        }
    }

    @Test
    void aProcessThatAsksForNoEventIsKilled() {
        try (FunctionProcess process = FunctionProcess.start(command("idle"), FUNCTION, CLOCK, IDS, SHORT)) {
            assertThat(process.invoke("{}", LONG)).isEqualTo(new TimedOut("asked for no event", SHORT));
        }
    }

    @Test
    void aProcessThatDiesLeavesItsExitCodeAndItsWords() {
        try (FunctionProcess process = start()) {
            Outcome died = process.invoke("{\"die\":1}", LONG);

            assertThat(died).isEqualTo(new Died(7));
            assertThat(process.output()).contains("took {\"die\":1}");
            assertThat(process.invoke("{}", LONG)).isEqualTo(new Died(7));
        }
    }

    @Test
    void aFunctionThatDoesNotStartSaysWhy() {
        try (FunctionProcess process = start("no-start")) {
            Outcome outcome = process.invoke("{}", LONG);

            assertThat(outcome).isEqualTo(new DidNotStart("Runtime.NoDatabase", "{\"errorMessage\":\"no database\"}"));
            assertThat(process.output()).contains("no database");
        }
    }

    @Test
    void aProgramThatIsMissingIsNamed() {
        Command missing = new Command(List.of("/nowhere/bootstrap"), folder, Map.of());

        assertThatThrownBy(() -> FunctionProcess.start(missing, FUNCTION, CLOCK, IDS))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("/nowhere/bootstrap does not start");
    }

    private FunctionProcess start(String... arguments) {
        return FunctionProcess.start(command(arguments), FUNCTION, CLOCK, IDS);
    }

    private Command command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                FakeFunction.class.getName()));
        words.addAll(List.of(arguments));
        return new Command(words, folder, Map.of());
    }
}
