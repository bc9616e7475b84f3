package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.local.runtimeapi.FunctionProcess;
import io.lumia.local.runtimeapi.Outcome;
import io.lumia.local.runtimeapi.PackagedFunction;
import io.lumia.local.runtimeapi.PackagedFunction.Kind;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.secret.SecretVariables;
import io.lumia.platform.time.IdSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The deployed functions as processes of this machine, for an emulator that has no container runtime to start them in. Each
 * sees the environment that was deployed, as the emulator tells it, and the emulator as its AWS. One process a function and
 * one event at a time; it is started by its first event, and anew after it died.
 */
final class HostedFunctions implements AutoCloseable {

    /** A JVM on a machine that does everything else as well. */
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Path home;
    private final Emulator emulator;
    private final String prefix;
    private final EmulatorCalls calls;
    private final Map<String, String> secretArns;
    private final Map<String, FunctionDefinition> definitions = new HashMap<>();
    private final Clock clock;
    private final IdSource ids;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final Map<String, String> lastFailures = new ConcurrentHashMap<>();

    /**
     * @param prefix     of deployed names, such as {@code lumia-emulator-}
     * @param secretArns by the secret's name in function.json
     */
    HostedFunctions(
            Path home,
            Emulator emulator,
            String prefix,
            EmulatorCalls calls,
            Map<String, String> secretArns,
            List<FunctionDefinition> definitions,
            Clock clock,
            IdSource ids) {
        this.home = home;
        this.emulator = emulator;
        this.prefix = prefix;
        this.calls = calls;
        this.secretArns = Map.copyOf(secretArns);
        this.clock = clock;
        this.ids = ids;
        definitions.forEach(definition -> this.definitions.put(definition.name(), definition));
    }

    /** Hands a function an event; its answer as JSON. Fails with what the function or its process said. */
    String invoke(String function, String event) {
        Outcome outcome = slots.computeIfAbsent(function, this::slot).invoke(event);
        return switch (outcome) {
            case Outcome.Answered answered -> answered.answer();
            case Outcome.Failed failed -> throw failed(function, failed.error());
            case Outcome.DidNotStart _, Outcome.TimedOut _, Outcome.Died _ ->
                throw failed(function, outcome.words() + "\n" + slot(function).lastWords());
        };
    }

    private FunctionFailed failed(String function, String error) {
        lastFailures.put(function, error);
        return new FunctionFailed(function, error);
    }

    /** What a function said when it last failed as a whole; empty where it never did. */
    Optional<String> lastFailure(String function) {
        return Optional.ofNullable(lastFailures.get(function));
    }

    /** How each function that has worked was started: {@code native}, {@code JVM} or {@code class path}. */
    Map<String, String> started() {
        Map<String, String> started = new java.util.TreeMap<>();
        slots.forEach((name, slot) -> started.put(name, slot.kind));
        return started;
    }

    private Slot slot(String function) {
        @Nullable Slot there = slots.get(function);
        if (there != null) {
            return there;
        }
        FunctionDefinition definition = definitions.get(function);
        if (definition == null) {
            throw AppException.invalid("function", function, String.join(", ", definitions.keySet()));
        }
        return new Slot(definition, environment(function));
    }

    private Map<String, String> environment(String function) {
        JsonNode deployed = calls.get("lambda", "/2015-03-31/functions/%s%s/configuration".formatted(prefix, function));
        Map<String, String> environment = new HashMap<>();
        deployed.at("/Environment/Variables")
                .fields()
                .forEachRemaining(field ->
                        environment.put(field.getKey(), field.getValue().asText()));
        environment.putAll(emulator.environment());
        // One that the deployment only pretended to make has no ARN that a template could pass on.
        secretArns.forEach((name, arn) -> environment.replace(SecretVariables.variable(name), arn));
        environment.remove("AWS_SESSION_TOKEN");
        return environment;
    }

    @Override
    public void close() {
        slots.values().forEach(Slot::close);
    }

    /** What a function said instead of an answer. */
    static final class FunctionFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String error;

        FunctionFailed(String function, String error) {
            super("%s failed: %s".formatted(function, error));
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    /** Room for one process. */
    private final class Slot implements AutoCloseable {

        private final FunctionDefinition definition;
        private final FunctionProcess.Command command;
        private final String kind;
        private @Nullable FunctionProcess process;
        private String lastWords = "";

        Slot(FunctionDefinition definition, Map<String, String> environment) {
            this.definition = definition;
            Optional<PackagedFunction> packaged = PackagedFunction.find(home, definition.name(), Kind.NATIVE)
                    .or(() -> PackagedFunction.find(home, definition.name(), Kind.JVM));
            this.kind = packaged.map(found -> found.kind().word()).orElse("class path");
            this.command = packaged.map(found -> found.command(definition, environment, List.of()))
                    .orElseGet(() -> PackagedFunction.onOurClassPath(home, definition, environment));
        }

        synchronized Outcome invoke(String event) {
            FunctionProcess running = process;
            if (running == null) {
                running = FunctionProcess.start(command, definition, clock, ids, START_LIMIT);
                process = running;
            }
            Outcome outcome = running.invoke(event, Duration.ofSeconds(definition.timeoutSeconds()));
            switch (outcome) {
                case Outcome.Answered _, Outcome.Failed _ -> {}
                case Outcome.DidNotStart _, Outcome.TimedOut _, Outcome.Died _ -> {
                    lastWords = running.output();
                    close();
                }
            }
            return outcome;
        }

        synchronized String lastWords() {
            return lastWords;
        }

        @Override
        public synchronized void close() {
            if (process != null) {
                process.close();
                process = null;
            }
        }
    }
}
