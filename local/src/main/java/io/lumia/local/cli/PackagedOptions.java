package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.runtime.Installation;
import io.lumia.local.runtimeapi.FunctionProcess;
import io.lumia.local.runtimeapi.Outcome;
import io.lumia.local.runtimeapi.PackagedFunction;
import io.lumia.local.time.Clocks;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.time.IdSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which package of a function is run, and for how long. */
final class PackagedOptions {

    private static final int LONGEST_SECONDS = 900;

    @Option(
            names = "--packaged",
            description =
                    "Run what is shipped as a process of its own: function.zip (native) or function-jvm.zip, by Lambda's Runtime API.")
    private boolean packaged;

    @Option(names = "--jvm", description = "With --packaged: the JVM's package even where a native one was built.")
    private boolean jvm;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "With --packaged: kill it after so long, 1 to 900. Without it what function.json says.")
    private @Nullable Integer timeoutSeconds;

    boolean isWanted() {
        if (!packaged && (jvm || timeoutSeconds != null)) {
            throw AppException.invalid("--jvm or --timeout", "without --packaged", "with --packaged");
        }
        return packaged;
    }

    /** Prints the answer, or what went wrong and what the process said; returns the exit code. */
    int invoke(LumiaCommand command, Installation installation, String function, String event) {
        FunctionDefinition definition = installation.functions().definition(function);
        Duration limit = limit(definition);
        Optional<PackagedFunction> found = find(function);
        if (found.isEmpty()) {
            command.err().println("lumia: " + missing(function));
            return ExitCodes.ENVIRONMENT;
        }
        FunctionProcess.Command start = found.get().command(definition, installation.variables(definition), List.of());
        IdSource ids = installation.functions().bean(IdSource.class);
        try (FunctionProcess process = FunctionProcess.start(start, definition, Clocks.real(), ids)) {
            Outcome outcome = process.invoke(event, limit);
            return tell(command, function, outcome, process);
        }
    }

    private static int tell(LumiaCommand command, String function, Outcome outcome, FunctionProcess process) {
        if (command.isVerbose() || !(outcome instanceof Outcome.Answered)) {
            command.err().println(process.output());
        }
        return switch (outcome) {
            case Outcome.Answered answered -> {
                command.out().println(answered.answer());
                command.out().flush();
                yield ExitCodes.DONE;
            }
            case Outcome.Failed _, Outcome.DidNotStart _, Outcome.TimedOut _, Outcome.Died _ -> {
                command.err().println("lumia: %s %s".formatted(function, outcome.words()));
                yield ExitCodes.FAILED;
            }
        };
    }

    private Optional<PackagedFunction> find(String function) {
        Optional<PackagedFunction> ofJvm =
                PackagedFunction.find(LumiaCommand.home(), function, PackagedFunction.Kind.JVM);
        return jvm
                ? ofJvm
                : PackagedFunction.find(LumiaCommand.home(), function, PackagedFunction.Kind.NATIVE)
                        .or(() -> ofJvm);
    }

    private Duration limit(FunctionDefinition definition) {
        if (timeoutSeconds == null) {
            return Duration.ofSeconds(definition.timeoutSeconds());
        }
        if (timeoutSeconds < 1 || timeoutSeconds > LONGEST_SECONDS) {
            throw AppException.invalid("--timeout", timeoutSeconds, "1 to %d seconds".formatted(LONGEST_SECONDS));
        }
        return Duration.ofSeconds(timeoutSeconds);
    }

    private String missing(String function) {
        String build = PackagedFunction.howToBuild(function, PackagedFunction.Kind.JVM);
        return jvm
                ? "functions/%s has no function-jvm.zip; build it: %s".formatted(function, build)
                : "functions/%s has neither function.zip nor function-jvm.zip; build one: %s, or %s with GraalVM 25"
                        .formatted(
                                function, build, PackagedFunction.howToBuild(function, PackagedFunction.Kind.NATIVE));
    }
}
