package io.lumia.web.http;

import io.lumia.platform.request.RequestIds;
import io.lumia.platform.request.RequestScope;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Gives every request its id: in the answer, and in every line that is logged meanwhile. Where the caller sent none it is
 * the gateway's, by which the authoriser and the gateway's own log know the request already.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter {

    private static final String SCOPE = RequestScope.class.getName();

    private final RequestIds requestIds;

    RequestIdFilter(RequestIds requestIds) {
        this.requestIds = requestIds;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        String requestId = requestIds.acceptOrNew(
                request.getHeaders().get(RequestIds.HEADER), ProxyEvent.gatewayRequestId(request));
        request.setAttribute(RequestIds.HEADER, requestId);
        request.setAttribute(SCOPE, RequestScope.open(requestId));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(RequestIds.HEADER, String.class)
                .ifPresent(requestId -> response.getHeaders().set(RequestIds.HEADER, requestId));
        request.getAttribute(SCOPE, RequestScope.class).ifPresent(RequestScope::close);
    }
}
