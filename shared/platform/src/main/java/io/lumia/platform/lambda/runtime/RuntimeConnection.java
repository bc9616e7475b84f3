package io.lumia.platform.lambda.runtime;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API of 2018-06-01, which every function process is given the address of (AWS Lambda Developer Guide,
 * "Using the Lambda runtime API for custom runtimes"). The JDK's plain client: of all it adds least to a cold start.
 */
final class RuntimeConnection {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 10_000;
    /** Lambda freezes a process that waits for its next event, for as long as there is none. */
    private static final int UNTIL_AN_EVENT_COMES = 0;

    private static final String PATH = "/2018-06-01/runtime/";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

    private final String address;

    /** @param address host and port, as in {@code AWS_LAMBDA_RUNTIME_API} */
    RuntimeConnection(String address) {
        this.address = address;
    }

    /** Waits for an event. */
    Invocation next() {
        try {
            HttpURLConnection connection = open("invocation/next", UNTIL_AN_EVENT_COMES);
            String event = answer(connection);
            return new Invocation(
                    header(connection, "Lambda-Runtime-Aws-Request-Id"),
                    Long.parseLong(header(connection, "Lambda-Runtime-Deadline-Ms")),
                    header(connection, "Lambda-Runtime-Invoked-Function-Arn"),
                    connection.getHeaderField("Lambda-Runtime-Trace-Id"),
                    event);
        } catch (IOException e) {
            throw unreachable("invocation/next", e);
        }
    }

    /** Hands back what the function answered. */
    void respond(String requestId, String answer) {
        post("invocation/%s/response".formatted(requestId), answer, null);
    }

    /** Says that this event could not be handled. */
    void fail(String requestId, FunctionError error) {
        post("invocation/%s/error".formatted(requestId), error.json(), error.type());
    }

    /** Says that the function does not start. */
    void failStart(FunctionError error) {
        post("init/error", error.json(), error.type());
    }

    private void post(String path, String body, @Nullable String errorType) {
        try {
            HttpURLConnection connection = open(path, ANSWER_MILLIS);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            if (errorType != null) {
                connection.setRequestProperty(ERROR_TYPE, errorType);
            }
            connection.setFixedLengthStreamingMode(bytes.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
            answer(connection);
        } catch (IOException e) {
            throw unreachable(path, e);
        }
    }

    private HttpURLConnection open(String path, int answerMillis) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + address + PATH + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(answerMillis);
        return connection;
    }

    /** The whole body, so that the connection can be used again. */
    private static String answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new IOException("it answered " + status);
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpURLConnection connection, String name) throws IOException {
        @Nullable String value = connection.getHeaderField(name);
        if (value == null) {
            throw new IOException("it did not say " + name);
        }
        return value;
    }

    private AppException unreachable(String path, IOException e) {
        return new AppException(
                ErrorCode.TRANSPORT_UNAVAILABLE,
                "the Runtime API at %s, %s: %s".formatted(address, path, e.getMessage()),
                e);
    }
}
