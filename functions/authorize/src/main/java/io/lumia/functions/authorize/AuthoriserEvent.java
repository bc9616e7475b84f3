package io.lumia.functions.authorize;

import io.lumia.kernel.AppException;
import io.lumia.platform.request.RequestIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads API Gateway's REQUEST authoriser event (payload 1.0). */
final class AuthoriserEvent {

    private AuthoriserEvent() {}

    static Asked read(Map<String, @Nullable Object> event, RequestIds requestIds) {
        Map<?, ?> context = map(event.get("requestContext"));
        Map<String, List<String>> headers = headers(event);
        return new Asked(
                Credentials.of(headers),
                text(event, "httpMethod") + " " + text(event, "resource"),
                String.valueOf(map(context.get("identity")).get("sourceIp")),
                requestIds.acceptOrNew(given(headers), context.get("requestId") instanceof String id ? id : null));
    }

    /** What the policy is about. */
    static String method(Map<String, @Nullable Object> event) {
        return text(event, "methodArn");
    }

    private static @Nullable String given(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(RequestIds.HEADER))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, List<String>> headers(Map<String, @Nullable Object> event) {
        Map<String, List<String>> headers = new HashMap<>();
        map(event.get("headers"))
                .forEach((name, value) -> headers.put(name.toString(), List.of(String.valueOf(value))));
        map(event.get("multiValueHeaders")).forEach((name, values) -> {
            if (values instanceof List<?> several && !several.isEmpty()) {
                headers.put(
                        name.toString(), several.stream().map(String::valueOf).toList());
            }
        });
        return headers;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<String, @Nullable Object> event, String name) {
        if (event.get(name) instanceof String text) {
            return text;
        }
        throw AppException.invalid(
                name, String.valueOf(event.get(name)), "as API Gateway's REQUEST authoriser event has it");
    }
}
