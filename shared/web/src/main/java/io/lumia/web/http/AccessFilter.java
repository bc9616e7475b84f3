package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.Admission;
import io.lumia.web.access.RouteAccess;
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
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request on where its caller has the scope that the route needs and is within his quota. Who calls and what he has
 * left, the gateway's authoriser has found out; a request that did not come past it may only do what is open to all. A
 * route that does not say what it needs is closed.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class AccessFilter {

    private static final String LIMIT = "X-RateLimit-Limit";
    private static final String REMAINING = "X-RateLimit-Remaining";
    private static final String RESET = "X-RateLimit-Reset";

    private final FailureAnswers failures;
    private final UnexpectedFailureHandler unexpected;

    AccessFilter(FailureAnswers failures, UnexpectedFailureHandler unexpected) {
        this.failures = failures;
        this.unexpected = unexpected;
    }

    /** Null where the request may go on. */
    @RequestFilter
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.OPTIONS) {
            return null;
        }
        try {
            Admission admission = ProxyEvent.admission(request);
            Admission.@Nullable Quota quota = admission.quota();
            @Nullable
            MutableHttpResponse<?> refusal =
                    quota != null && quota.isUsedUp() ? usedUp(quota) : scoped(request, admission.principal());
            if (refusal != null && quota != null) {
                tell(refusal, quota);
            }
            return refusal;
        } catch (RuntimeException e) {
            return unexpected.handle(request, e);
        }
    }

    /** Of what no route takes the router says that it is not there. */
    private @Nullable MutableHttpResponse<?> scoped(HttpRequest<?> request, Principal caller) {
        @Nullable RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
        if (route == null) {
            return null;
        }
        return switch (RouteAccess.of(route)) {
            case RouteAccess.Open _ -> null;
            case RouteAccess.Scoped needs -> refused(caller, needs.scope());
            case RouteAccess.Unstated _ ->
                failures.of(ErrorCode.FORBIDDEN, "this route does not say who may call it", List.of());
        };
    }

    private @Nullable MutableHttpResponse<?> refused(Principal caller, Scope scope) {
        try {
            caller.require(scope);
            return null;
        } catch (AppException refusal) {
            return failures.of(refusal.code(), String.valueOf(refusal.getMessage()), List.of());
        }
    }

    private MutableHttpResponse<?> usedUp(Admission.Quota quota) {
        return failures.of(
                ErrorCode.LIMIT_REACHED,
                "the %d requests of this hour are used up; the next may come in %d s"
                        .formatted(quota.limit(), quota.retryAfter()),
                List.of());
    }

    /** Says what is left; of what was refused above it is said there, since no answer of this filter comes by here. */
    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Admission.@Nullable Quota quota = ProxyEvent.admission(request).quota();
        if (quota != null) {
            tell(response, quota);
        }
    }

    private static void tell(MutableHttpResponse<?> response, Admission.Quota quota) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(LIMIT, Integer.toString(quota.limit()));
        headers.set(REMAINING, Integer.toString(quota.remaining()));
        headers.set(RESET, Long.toString(quota.reset()));
        if (quota.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, quota.retryAfter().toString());
        }
    }
}
