package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * AWS's JSON protocols as an emulator takes them: the signature only says which service is meant, since no emulator
 * checks it. So a handful of calls of six services needs none of their clients. Never sent anywhere but to an emulator.
 */
final class EmulatorCalls implements AutoCloseable {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final int FIRST_FAILURE = 400;
    private static final int SHOWN_CHARACTERS = 300;

    private final Emulator emulator;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CALL_LIMIT)
            .build();

    EmulatorCalls(Emulator emulator) {
        this.emulator = emulator;
    }

    /** @param service as signatures name it, such as {@code lambda} */
    JsonNode get(String service, String path) {
        return send(service, "GET", path, null, null);
    }

    JsonNode post(String service, String path, Object body) {
        return send(service, "POST", path, null, Json.writeCompact(body));
    }

    JsonNode put(String service, String path, Object body) {
        return send(service, "PUT", path, null, Json.writeCompact(body));
    }

    void delete(String service, String path) {
        send(service, "DELETE", path, null, null);
    }

    /** A call by name. @param operation such as {@code AWSBudgetServiceGateway.DescribeBudgets} */
    JsonNode call(String service, String operation, Object body) {
        return send(service, "POST", "/", operation, Json.writeCompact(body));
    }

    private JsonNode send(
            String service, String method, String path, @Nullable String operation, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
                .timeout(CALL_LIMIT)
                .header("Authorization", signature(service))
                .header("Accept", "application/json")
                .header("Content-Type", operation == null ? "application/json" : "application/x-amz-json-1.1")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (operation != null) {
            request.header("X-Amz-Target", operation);
        }
        HttpResponse<String> response = answer(service, request.build());
        String text = response.body();
        if (response.statusCode() >= FIRST_FAILURE) {
            String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
            throw unavailable(
                    "%s %s %s at %s was answered with %d: %s"
                            .formatted(
                                    service,
                                    method,
                                    operation == null ? path : operation,
                                    emulator.endpoint(),
                                    response.statusCode(),
                                    shown),
                    null);
        }
        return text.isBlank() ? Json.object() : Json.tree(text);
    }

    private HttpResponse<String> answer(String service, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw unavailable("%s at %s does not answer: %s".formatted(service, emulator.endpoint(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while %s was asked".formatted(service), e);
        }
    }

    private String signature(String service) {
        return "AWS4-HMAC-SHA256 Credential=test/20000101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                .formatted(emulator.region(), service);
    }

    private static AppException unavailable(String message, @Nullable Throwable cause) {
        return cause == null
                ? new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, message)
                : new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, message, cause);
    }

    @Override
    public void close() {
        http.close();
    }
}
