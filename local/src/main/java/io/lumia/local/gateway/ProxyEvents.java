package io.lumia.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.kernel.AppException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP to proxy event and back, as API Gateway's REST proxy integration does it. */
final class ProxyEvents {

    private static final String STAGE = "local";

    private ProxyEvents() {}

    /** Fails with INVALID_INPUT where the query cannot be decoded. */
    static APIGatewayProxyRequestEvent request(
            String requestId, String method, URI uri, Map<String, List<String>> headers, byte[] body, String sourceIp) {
        Map<String, List<String>> query = query(uri.getRawQuery());
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
        event.setResource("/{proxy+}");
        event.setHttpMethod(method);
        event.setPath(uri.getRawPath());
        event.setHeaders(last(headers));
        event.setMultiValueHeaders(headers);
        event.setQueryStringParameters(query.isEmpty() ? null : last(query));
        event.setMultiValueQueryStringParameters(query.isEmpty() ? null : query);
        event.setRequestContext(context(requestId, method, uri.getRawPath(), sourceIp));
        setBody(event, body);
        return event;
    }

    /** The answer's bytes. */
    static byte[] body(APIGatewayProxyResponseEvent response) {
        @Nullable String body = response.getBody();
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(response.getIsBase64Encoded())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** All headers; where a name has one value and several, the several count. */
    static Map<String, List<String>> headers(APIGatewayProxyResponseEvent response) {
        Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        }
        if (response.getMultiValueHeaders() != null) {
            headers.putAll(response.getMultiValueHeaders());
        }
        return headers;
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw AppException.invalid("query", text, "percent-encoded UTF-8");
        }
    }

    private static Map<String, String> last(Map<String, List<String>> values) {
        Map<String, String> last = new LinkedHashMap<>();
        values.forEach((name, all) -> last.put(name, all.getLast()));
        return last;
    }

    private static ProxyRequestContext context(String requestId, String method, String path, String sourceIp) {
        RequestIdentity identity = new RequestIdentity();
        identity.setSourceIp(sourceIp);
        ProxyRequestContext context = new ProxyRequestContext();
        context.setRequestId(requestId);
        context.setHttpMethod(method);
        context.setPath(path);
        context.setStage(STAGE);
        context.setIdentity(identity);
        return context;
    }

    private static void setBody(APIGatewayProxyRequestEvent event, byte[] body) {
        event.setIsBase64Encoded(false);
        if (body.length > 0) {
            event.setIsBase64Encoded(true);
            event.setBody(Base64.getEncoder().encodeToString(body));
        }
    }
}
