package io.lumia.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import io.lumia.market.provider.web.WebXml;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * AWS's protocols as an emulator takes them: the signature only says which service is meant, since no emulator
 * checks it. So a handful of calls of some services needs none of their clients. Never sent anywhere but to an emulator.
 */
final class EmulatorCalls implements AutoCloseable {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final int FIRST_FAILURE = 400;
    private static final int SHOWN_CHARACTERS = 200;

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

    /**
     * A call in the older protocol, of forms and XML.
     *
     * @param parameters with {@code Action} and {@code Version}
     */
    Element query(String service, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(service, "/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return xml(service, text(service, parameters.getOrDefault("Action", ""), request));
    }

    /** Of a service that answers a path with XML, such as {@code cloudfront}. */
    Element getXml(String service, String path) {
        return xml(
                service,
                text(service, "GET " + path, request(service, path).GET().build()));
    }

    private Element xml(String service, String text) {
        return WebXml.parse(text.getBytes(UTF_8))
                .orElseThrow(() -> unavailable(
                        "%s at %s answers in no XML: %s".formatted(service, emulator.endpoint(), cut(text)), null));
    }

    /**
     * The account that it acts as. Fails where nothing answers, or something that is no emulator: what a person gets wrong
     * first.
     */
    String account() {
        String account;
        try {
            account = WebXml.text(
                    query("sts", Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15")), "Account");
        } catch (AppException e) {
            throw unavailable(
                    "no emulator answers at %s; start one there, such as by 'docker compose -f local/compose.yaml up -d', or say by"
                                    .formatted(emulator.endpoint())
                            + " --endpoint where one listens (%s)".formatted(e.getMessage()),
                    e);
        }
        if (account.isEmpty()) {
            throw unavailable(
                    "%s answers, and not as AWS does: it names no account".formatted(emulator.endpoint()), null);
        }
        return account;
    }

    private JsonNode send(
            String service, String method, String path, @Nullable String operation, @Nullable String body) {
        HttpRequest.Builder request = request(service, path)
                .header("Accept", "application/json")
                .header("Content-Type", operation == null ? "application/json" : "application/x-amz-json-1.1")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (operation != null) {
            request.header("X-Amz-Target", operation);
        }
        String what = method + " " + (operation == null ? path : operation);
        String text = text(service, what, request.build());
        return text.isBlank() ? Json.object() : Json.tree(text);
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
                .timeout(CALL_LIMIT)
                .header("Authorization", signature(service));
    }

    private String text(String service, String what, HttpRequest request) {
        HttpResponse<String> response = answer(service, request);
        String text = response.body();
        if (response.statusCode() >= FIRST_FAILURE) {
            throw unavailable(
                    "%s %s at %s was answered with %d: %s"
                            .formatted(service, what, emulator.endpoint(), response.statusCode(), cut(text)),
                    null);
        }
        return text;
    }

    /** On one line: what is no emulator likes to answer with a page. */
    private static String cut(String body) {
        String text = body.replaceAll("\\s+", " ").strip();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private HttpResponse<String> answer(String service, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw unavailable("nothing listens at %s".formatted(emulator.endpoint()), e);
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
