package io.lumia.local.runtimeapi;

import com.sun.net.httpserver.HttpExchange;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.http.LoopbackServer;
import io.lumia.local.json.Json;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for one function process (AWS Lambda Developer Guide, "Using the Lambda runtime API for custom
 * runtimes"): the process asks for the next event, and says what became of it. One event at a time.
 */
final class RuntimeApi implements AutoCloseable {

    /** Lambda's limit on an answer. */
    static final int MAX_ANSWER_BYTES = 6 * 1024 * 1024;
    /** Longer than anybody lets a function wait; then it is told to end. */
    private static final Duration LONGEST_IDLE = Duration.ofHours(12);

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern REPORT = Pattern.compile(ROOT + "invocation/([^/]+)/(response|error)");
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
    private static final String UNKNOWN_TYPE = "Runtime.Unknown";

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int GONE = 410;

    private final String functionArn;
    private final Clock clock;
    private final IdSource ids;
    private final Duration startLimit;
    private final LoopbackServer server;
    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(1);
    private final AtomicReference<@Nullable Pending> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Outcome> end = new AtomicReference<>();

    private RuntimeApi(String functionArn, Clock clock, IdSource ids, Duration startLimit) {
        this.functionArn = functionArn;
        this.clock = clock;
        this.ids = ids;
        this.startLimit = startLimit;
        this.server = LoopbackServer.start(0, this::handle);
    }

    /** @param startLimit how long the process may take until it asks for its first event, or for its next */
    static RuntimeApi start(String functionArn, Clock clock, IdSource ids, Duration startLimit) {
        return new RuntimeApi(functionArn, clock, ids, startLimit);
    }

    /** As {@code AWS_LAMBDA_RUNTIME_API} wants it. */
    String address() {
        return "127.0.0.1:" + server.port();
    }

    /**
     * Hands an event over and waits for what becomes of it. After anything but an answer or a failure of the function
     * the process is of no use any more.
     *
     * @param limit from the moment at which the process takes the event
     */
    synchronized Outcome invoke(String event, Duration limit) {
        Pending pending =
                new Pending(ids.next().toString(), event, limit, new CompletableFuture<>(), new CompletableFuture<>());
        current.set(pending);
        @Nullable Outcome over = end.get();
        if (over != null) {
            return over;
        }
        waiting.add(pending);
        try {
            return outcome(pending);
        } finally {
            waiting.clear();
            current.set(null);
        }
    }

    /** The process will do no more. */
    void end(Outcome how) {
        end.compareAndSet(null, how);
        @Nullable Pending pending = current.get();
        if (pending != null) {
            pending.complete(how);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Outcome outcome(Pending pending) {
        return within(pending.taken(), startLimit)
                .map(_ -> within(pending.outcome(), pending.limit())
                        .orElseGet(() -> new Outcome.TimedOut("gave no answer", pending.limit())))
                .orElseGet(() -> new Outcome.TimedOut("asked for no event", startLimit));
    }

    private static <T> Optional<T> within(CompletableFuture<T> result, Duration limit) {
        try {
            return Optional.of(result.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "interrupted while a function works", e);
        } catch (ExecutionException e) {
            throw new AppException(ErrorCode.INTERNAL, "the Runtime API failed: " + e.getCause(), e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        Matcher report = REPORT.matcher(path);
        if (call.equals("GET " + ROOT + "invocation/next")) {
            next(exchange);
        } else if (call.equals("POST " + ROOT + "init/error")) {
            didNotStart(exchange);
        } else if (call.startsWith("POST ") && report.matches()) {
            report(exchange, report.group(1), report.group(2));
        } else {
            refuse(exchange, NOT_FOUND, "InvalidPath", call + " is no call of the Runtime API 2018-06-01");
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        @Nullable Pending pending = poll();
        if (pending == null) {
            refuse(exchange, GONE, "NoMoreEvents", "no event came within " + LONGEST_IDLE);
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", pending.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(clock.instant().plus(pending.limit()).toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", trace(pending.requestId()));
        pending.taken().complete(pending.requestId());
        send(exchange, OK, pending.event());
    }

    private @Nullable Pending poll() {
        try {
            return waiting.poll(LONGEST_IDLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** X-Ray's form, marked as not sampled: an id made of the request's. */
    private static String trace(String requestId) {
        String digits = requestId.replace("-", "");
        return "Root=1-%s-%s;Sampled=0".formatted(digits.substring(0, 8), digits.substring(8));
    }

    private void report(HttpExchange exchange, String requestId, String kind) throws IOException {
        Optional<byte[]> body = LoopbackServer.body(exchange, MAX_ANSWER_BYTES);
        @Nullable Pending pending = current.get();
        if (pending == null || !pending.requestId().equals(requestId)) {
            refuse(exchange, BAD_REQUEST, "InvalidRequestID", requestId + " is not the event that is being handled");
            return;
        }
        if (body.isEmpty()) {
            String message = "the answer has more than %d bytes".formatted(MAX_ANSWER_BYTES);
            refuse(exchange, TOO_LARGE, "RequestEntityTooLarge", message);
            pending.complete(new Outcome.Failed("Function.ResponseSizeTooLarge", message));
            return;
        }
        String text = new String(body.get(), StandardCharsets.UTF_8);
        accept(exchange);
        pending.complete(
                kind.equals("response") ? new Outcome.Answered(text) : new Outcome.Failed(errorType(exchange), text));
    }

    private void didNotStart(HttpExchange exchange) throws IOException {
        String error = LoopbackServer.body(exchange, MAX_ANSWER_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        accept(exchange);
        end(new Outcome.DidNotStart(errorType(exchange), error));
    }

    private static String errorType(HttpExchange exchange) {
        @Nullable String type = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
        return type == null ? UNKNOWN_TYPE : type;
    }

    private static void accept(HttpExchange exchange) throws IOException {
        send(exchange, ACCEPTED, Json.writeCompact(Map.of("status", "OK")));
    }

    private static void refuse(HttpExchange exchange, int status, String type, String message) throws IOException {
        send(exchange, status, Json.writeCompact(Map.of("errorMessage", message, "errorType", type)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /**
     * An event on its way.
     *
     * @param taken   done when the process has asked for it, or will never do so
     * @param outcome done when the process has reported, or will never do so
     */
    private record Pending(
            String requestId,
            String event,
            Duration limit,
            CompletableFuture<String> taken,
            CompletableFuture<Outcome> outcome) {

        void complete(Outcome how) {
            outcome.complete(how);
            taken.complete(requestId);
        }
    }
}
