package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.cloud.HostedFunctions.FunctionFailed;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.gateway.ApiGateway;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.ShutdownStack;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.request.RequestIds;
import io.lumia.platform.time.IdSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The deployed stage at work on this machine: functions as processes, their queues polled, the deployed routes served. Queues,
 * bus, objects and secrets are the emulator's; what runs is ours.
 */
public final class HostedStage implements AutoCloseable {

    private static final String MIGRATION = "migrate-database";

    private final ShutdownStack stack = new ShutdownStack();
    private final Emulator emulator;
    private final Clock clock;
    private final QueueClient queues;
    private final EmulatorCalls calls;
    private final FunctionHost books;
    private final HostedFunctions functions;
    private final HostedQueues mappings;
    private final ApiGateway gateway;

    private HostedStage(
            Path home,
            Emulator emulator,
            Map<String, String> secretArns,
            DataFolder folder,
            String jdbcUrl,
            Clock clock,
            int port) {
        String prefix = CloudDeployment.PREFIX;
        this.emulator = emulator;
        this.clock = clock;
        try {
            String aws = emulator.endpoint().toString();
            books = stack.push("books", FunctionHost.beside(folder, jdbcUrl, aws, clock));
            calls = stack.push("emulator calls", new EmulatorCalls(emulator));
            queues = stack.push("queue client", new QueueClient(aws, emulator.region()));
            functions = stack.push(
                    "functions",
                    new HostedFunctions(
                            home,
                            emulator,
                            prefix,
                            calls,
                            secretArns,
                            books.definitions(),
                            clock,
                            books.bean(IdSource.class)));
            HostedApi api = new HostedApi(DeployedApi.read(calls, prefix + "api", prefix), functions);
            migrate(functions);
            mappings = stack.push("queues", HostedQueues.start(calls, prefix, queues, functions));
            gateway = stack.push(
                    "gateway",
                    new ApiGateway(
                            port, api::answer, books.bean(JsonCodec.class), clock, books.bean(RequestIds.class)));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /**
     * Starts it; the schema is brought to this release first, as a deployment does.
     *
     * @param folder  for what the launcher itself keeps
     * @param jdbcUrl the database that the functions were told, with user and password
     * @param port    of the API; 0 for any that is free
     */
    public static HostedStage start(
            Path home,
            Emulator emulator,
            CloudDeployment.Deployed deployed,
            DataFolder folder,
            String jdbcUrl,
            Clock clock,
            int port) {
        return new HostedStage(home, emulator, deployed.secretArns(), folder, jdbcUrl, clock, port);
    }

    private static void migrate(HostedFunctions functions) {
        try {
            functions.invoke(MIGRATION, "{}");
        } catch (FunctionFailed e) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "the database was not brought to this release's schema, so nothing else was started: "
                            + e.getMessage(),
                    e);
        }
    }

    public int port() {
        return gateway.port();
    }

    /** How each function that has worked was started. */
    public Map<String, String> started() {
        return functions.started();
    }

    Clock clock() {
        return clock;
    }

    Emulator emulator() {
        return emulator;
    }

    int mappings() {
        return mappings.mappings().size();
    }

    QueueClient queues() {
        return queues;
    }

    EmulatorCalls calls() {
        return calls;
    }

    FunctionHost books() {
        return books;
    }

    /** Of all queues, from now on. */
    DeadLetterWatch deadLetters() {
        Map<String, String> receivers = new HashMap<>();
        for (FunctionDefinition definition : books.definitions()) {
            if (definition.trigger() instanceof Trigger.Queued queued) {
                receivers.put(CloudDeployment.PREFIX + queued.queue().deadLetterName(), definition.name());
            }
        }
        return new DeadLetterWatch(receivers, queue -> queues.depth(queue).waiting(), functions::lastFailure);
    }

    @Override
    public void close() {
        stack.close();
    }
}
