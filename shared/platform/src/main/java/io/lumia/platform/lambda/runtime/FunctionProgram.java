package io.lumia.platform.lambda.runtime;

import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceScope;
import io.lumia.platform.request.Traces;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main class of a function that is a program of its own. Asks for events one after the other until Lambda stops the
 * process. A function that does not start says so and ends with exit code 1.
 */
public final class FunctionProgram {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionProgram.class);
    private static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";
    private static final String HANDLER = "_HANDLER";
    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";
    private static final int DOES_NOT_START = 1;

    private final RuntimeConnection runtime;
    private final Map<String, String> environment;

    FunctionProgram(RuntimeConnection runtime, Map<String, String> environment) {
        this.runtime = runtime;
        this.environment = environment;
    }

    /** Takes no arguments: Lambda configures by environment variables. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        @Nullable String address = environment.get(RUNTIME_API);
        if (address == null) {
            System.err.println(RUNTIME_API + " is not set: Lambda starts this program, or: lumia invoke --packaged");
            System.exit(DOES_NOT_START);
            return;
        }
        boolean started = new FunctionProgram(new RuntimeConnection(address), environment).run();
        System.exit(started ? 0 : DOES_NOT_START);
    }

    /** Returns only where the function does not start. */
    private boolean run() {
        PackagedHandler handler;
        Clock clock;
        Traces traces;
        try {
            ApplicationContext context = FunctionContext.get();
            clock = context.getBean(Clock.class);
            traces = context.getBean(Traces.class);
            handler = PackagedHandler.named(environment.getOrDefault(HANDLER, ""), context);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the function does not start", e);
            runtime.failStart(FunctionError.of(e));
            return false;
        }
        // For as long as the process lives; Lambda ends it, and stops it between events.
        while (true) {
            handleNext(handler, clock, traces);
        }
    }

    void handleNext(PackagedHandler handler, Clock clock, Traces traces) {
        Invocation invocation = runtime.next();
        if (invocation.traceId() != null) {
            // Where AWS's own clients look for it.
            System.setProperty(TRACE_PROPERTY, invocation.traceId());
        }
        try (RequestScope _ = RequestScope.open(invocation.requestId());
                TraceScope _ = traces.open(null, invocation.traceId())) {
            String answer = handler.handle(invocation.event(), new InvocationContext(invocation, environment, clock));
            runtime.respond(invocation.requestId(), answer);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the event could not be handled", e);
            runtime.fail(invocation.requestId(), FunctionError.of(e));
        }
    }
}
