package io.lumia.web.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin reading (WHATWG Fetch, section "CORS protocol") as {@link CrossOrigin} allows it; answers OPTIONS. The
 * framework's own filter comes after it and refuses foreign pages on a developer's machine, whatever is allowed here.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class CrossOriginFilter {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-None-Match, X-API-Key, X-Request-ID";
    private static final String RESPONSE_HEADERS =
            "Deprecation, ETag, Idempotency-Replayed, Retry-After, Sunset, X-As-Of, X-Next-Page-Token, X-RateLimit-Limit, "
                    + "X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-ID, X-Warning";

    private final CrossOrigin rules;
    private final Router router;

    CrossOriginFilter(CrossOrigin rules, Router router) {
        this.rules = rules;
        this.router = router;
    }

    /** OPTIONS of a path that exists; of any other it is a 404 like everything else. */
    @RequestFilter
    @Nullable
    HttpResponse<?> answerOptions(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.OPTIONS || router.findAny(request).isEmpty()) {
            return null;
        }
        String methods = methods(request);
        MutableHttpResponse<?> answer = HttpResponse.noContent().header(HttpHeaders.ALLOW, methods);
        if (allowedOrigin(request) != null) {
            answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, Integer.toString(rules.maxAgeSeconds()));
        }
        return answer;
    }

    /** Those of the path's routes, and OPTIONS. */
    private String methods(HttpRequest<?> request) {
        Set<String> there = router.findAny(request).stream()
                .map(route -> route.getRouteInfo().getHttpMethodName())
                .collect(Collectors.toSet());
        return Stream.concat(METHODS.stream().filter(there::contains), Stream.of("OPTIONS"))
                .collect(Collectors.joining(", "));
    }

    @ResponseFilter
    void permit(HttpRequest<?> request, MutableHttpResponse<?> response) {
        @Nullable String origin = allowedOrigin(request);
        MutableHttpHeaders headers = response.getHeaders();
        if (origin != null) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
        if (!rules.allowsAny()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }

    /** What to answer a page of another origin; null where there is none or it may not read. */
    private @Nullable String allowedOrigin(HttpRequest<?> request) {
        @Nullable String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null || !rules.allows(origin)) {
            return null;
        }
        return rules.allowsAny() ? CrossOrigin.ANY : origin;
    }
}
