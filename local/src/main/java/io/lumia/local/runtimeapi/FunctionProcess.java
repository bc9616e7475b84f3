package io.lumia.local.runtimeapi;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A function as a process of this machine, with a Runtime API of its own. It sees the environment variables that Lambda
 * would set and those it is given, none of ours.
 */
public final class FunctionProcess implements AutoCloseable {

    /** Lambda gives a function ten seconds to start; a JVM on a busy laptop may need longer. */
    public static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
    private static final String ACCOUNT = "000000000000";

    private final RuntimeApi runtime;
    private final Process process;
    private final ProcessOutput output;

    private FunctionProcess(RuntimeApi runtime, Process process) {
        this.runtime = runtime;
        this.process = process;
        this.output = new ProcessOutput(process);
        process.onExit().thenAccept(ended -> runtime.end(new Outcome.Died(ended.exitValue())));
    }

    /** Starts it; whether it comes up shows at the first event. */
    public static FunctionProcess start(Command command, FunctionDefinition function, Clock clock, IdSource ids) {
        return start(command, function, clock, ids, START_LIMIT);
    }

    /** @param startLimit until it asks for its first event, and after each answer for its next */
    public static FunctionProcess start(
            Command command, FunctionDefinition function, Clock clock, IdSource ids, Duration startLimit) {
        String region = command.environment().getOrDefault("AWS_REGION", "us-east-1");
        String arn = "arn:aws:lambda:%s:%s:function:%s".formatted(region, ACCOUNT, function.name());
        RuntimeApi runtime = RuntimeApi.start(arn, clock, ids, startLimit);
        try {
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.folder().toFile())
                    .redirectErrorStream(true);
            builder.environment().keySet().retainAll(List.of("PATH"));
            builder.environment().putAll(lambdaVariables(command, function, runtime.address()));
            builder.environment().putAll(command.environment());
            return new FunctionProcess(runtime, builder.start());
        } catch (IOException e) {
            runtime.close();
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "%s does not start: %s".formatted(command.words().getFirst(), e.getMessage()),
                    e);
        }
    }

    /**
     * Hands it an event and waits. A process that did not answer in time is killed, and one that has ended stays so:
     * every further event then gets the same outcome.
     */
    public Outcome invoke(String event, Duration limit) {
        Outcome outcome = runtime.invoke(event, limit);
        switch (outcome) {
            case Outcome.TimedOut late -> kill(late);
            case Outcome.Died _, Outcome.DidNotStart _ -> output.awaitEnd();
            case Outcome.Answered _, Outcome.Failed _ -> {}
        }
        return outcome;
    }

    public long pid() {
        return process.pid();
    }

    /** The last of what it wrote on either stream. */
    public String output() {
        return output.lastLines();
    }

    /** Asks it to end; says whether it did within the limit. */
    public boolean stop(Duration limit) {
        // By its handle: Process.destroy closes its streams as well, and with them its last words.
        process.toHandle().destroy();
        boolean ended = ended(limit);
        if (ended) {
            output.awaitEnd();
        }
        return ended;
    }

    @Override
    public void close() {
        if (!stop(STOP_LIMIT)) {
            process.toHandle().destroyForcibly();
            ended(STOP_LIMIT);
        }
        runtime.close();
    }

    private void kill(Outcome.TimedOut late) {
        runtime.end(late);
        process.toHandle().destroyForcibly();
        ended(STOP_LIMIT);
        output.awaitEnd();
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, String> lambdaVariables(Command command, FunctionDefinition function, String address) {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_LAMBDA_RUNTIME_API", address);
        variables.put("_HANDLER", function.handler());
        variables.put("LAMBDA_TASK_ROOT", command.folder().toString());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/local/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "packaged");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("TZ", ":UTC");
        variables.put("LANG", "en_US.UTF-8");
        return variables;
    }

    /**
     * How a function is started.
     *
     * @param words       program and arguments
     * @param folder      where its package lies unpacked
     * @param environment variables that the deployment sets
     */
    public record Command(List<String> words, Path folder, Map<String, String> environment) {

        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }
    }
}
