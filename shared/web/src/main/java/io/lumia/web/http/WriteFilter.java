package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Principal;
import io.lumia.platform.database.ClaimScope;
import io.lumia.platform.database.IdempotencyKeys;
import io.lumia.platform.database.IdempotencyKeys.Claim;
import io.lumia.platform.database.IdempotencyKeys.Claimed;
import io.lumia.platform.database.IdempotencyKeys.Key;
import io.lumia.platform.hash.Sha256;
import io.lumia.platform.http.ApiFailure.FieldError;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets each POST with an {@code Idempotency-Key} take effect once: the second one gets the first one's answer. Only
 * successes are remembered; what was refused did nothing and may be sent again. What took effect and was not remembered,
 * since the process died or failed in between, takes no effect again: see {@link FoundAgain}. Pages of other sites may not write where
 * nothing but the way of the request says who calls.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class WriteFilter {

    static final String KEY_HEADER = "Idempotency-Key";
    static final String REPLAYED_HEADER = "Idempotency-Replayed";

    /** Of a request that took effect and has no answer to show again. */
    private static final String NO_ANSWER = "";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final String CLAIMED = Claimed.class.getName();
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CrossOrigin origins;
    private final FailureAnswers failures;
    private final @Nullable IdempotencyKeys keys;
    private final UnexpectedFailureHandler unexpected;
    private final Clock clock;

    WriteFilter(
            CrossOrigin origins,
            FailureAnswers failures,
            @Nullable IdempotencyKeys keys,
            UnexpectedFailureHandler unexpected,
            Clock clock) {
        this.origins = origins;
        this.failures = failures;
        this.keys = keys;
        this.unexpected = unexpected;
        this.clock = clock;
    }

    /** Null where the request may go on. */
    @RequestFilter
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        ClaimScope.clear();
        if (READING.contains(request.getMethod()) || !writes(request)) {
            return null;
        }
        Principal caller = ProxyEvent.admission(request).principal();
        if (caller.kind() == Principal.Kind.OPERATOR && isForeign(request)) {
            return forbidden(
                    "pages of %s may not write here", request.getHeaders().get(HttpHeaders.ORIGIN));
        }
        return request.getMethod() == HttpMethod.POST ? claimed(request, caller) : null;
    }

    /** Of what no route takes nothing is written, nor by a route that says so. */
    private static boolean writes(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).isPresent() && !hasAnnotation(request, ChangesNothing.class);
    }

    private static boolean hasAnnotation(HttpRequest<?> request, Class<? extends Annotation> annotation) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(annotation))
                .isPresent();
    }

    /** Stores a success under its key; gives the key of a refusal back, and that of a failure which changed nothing. */
    @ResponseFilter
    void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
        ClaimScope.clear();
        request.getAttribute(CLAIMED, Claimed.class).ifPresent(claimed -> {
            if (response.code() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                    || (claimed.tookEffect() && response.code() >= HttpStatus.BAD_REQUEST.getCode())) {
                keys().giveUp(claimed);
            } else if (response.code() >= HttpStatus.BAD_REQUEST.getCode()
                    || !(response.body() instanceof byte[] body)) {
                keys().giveBack(claimed);
            } else if (hasAnnotation(request, ShownOnce.class)) {
                keys().remember(claimed, HttpStatus.CONFLICT.getCode(), NO_ANSWER);
            } else {
                keys().remember(claimed, response.code(), new String(body, StandardCharsets.UTF_8));
            }
        });
    }

    private @Nullable HttpResponse<?> claimed(HttpRequest<?> request, Principal caller) {
        List<String> given = request.getHeaders().getAll(KEY_HEADER);
        if (given.isEmpty()) {
            return null;
        }
        if (hasAnnotation(request, SecretBody.class)) {
            return refusedKey("%s is not taken here, since nothing of the body may be kept; leave it out");
        }
        if (given.size() > 1 || !KEY.matcher(given.getFirst()).matches()) {
            return refusedKey("%s must be given once, 1 to 255 printable characters without spaces");
        }
        String fingerprint = fingerprint(request);
        Key key = new Key(keyOwner(caller, fingerprint), given.getFirst());
        try {
            return answer(request, keys().claim(key, fingerprint, clock.instant()));
        } catch (RuntimeException e) {
            return unexpected.handle(request, e);
        }
    }

    private HttpResponse<?> refusedKey(String why) {
        String message = why.formatted(KEY_HEADER);
        FieldError field = new FieldError(KEY_HEADER, ErrorCode.INVALID_INPUT.name(), message);
        return failures.of(ErrorCode.INVALID_INPUT, message, List.of(field));
    }

    /** Those who show no credentials cannot be told apart: a key of theirs counts for the same request only. */
    private static String keyOwner(Principal caller, String fingerprint) {
        return switch (caller.kind()) {
            case PARTNER -> "key/" + caller.keyId();
            case PERSON, OPERATOR -> caller.actor();
            case ANONYMOUS -> "anonymous/" + fingerprint;
        };
    }

    private @Nullable HttpResponse<?> answer(HttpRequest<?> request, Claim claim) {
        return switch (claim) {
            case Claim.Taken taken -> goOn(request, taken.claimed());
            case Claim.InFlight _ -> conflict("the request with this %s is being answered");
            case Claim.OtherRequest _ ->
                failures.of(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        "this %s came with another request; a key belongs to one".formatted(KEY_HEADER),
                        List.of());
            case Claim.Answered known
            when known.body().equals(NO_ANSWER) ->
                hasAnnotation(request, ShownOnce.class)
                        ? conflict("the request with this %s took effect; its answer holds a secret and was shown once")
                        : conflict(
                                "the request with this %s took effect, but its answer was lost; look for what it did");
            case Claim.Answered known ->
                HttpResponse.status(HttpStatus.valueOf(known.status()))
                        .header(REPLAYED_HEADER, "true")
                        .header(HttpHeaders.CACHE_CONTROL, Cached.NEVER)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .body(known.body().getBytes(StandardCharsets.UTF_8));
        };
    }

    /**
     * What a process that died had done already is done no second time. Where the route finds it again it goes on and makes
     * the answer anew; elsewhere the caller is told, now and from now on.
     */
    private @Nullable HttpResponse<?> goOn(HttpRequest<?> request, Claimed claimed) {
        if (claimed.tookEffect() && !hasAnnotation(request, FoundAgain.class)) {
            int status = HttpStatus.CONFLICT.getCode();
            keys().remember(claimed, status, NO_ANSWER);
            return answer(request, new Claim.Answered(status, NO_ANSWER));
        }
        request.setAttribute(CLAIMED, claimed);
        ClaimScope.open(claimed);
        return null;
    }

    private HttpResponse<?> conflict(String message) {
        return failures.of(ErrorCode.CONFLICT, message.formatted(KEY_HEADER), List.of());
    }

    /** A page of another site that is not allowed by name: {@code *} lets everybody read, nobody write. */
    private boolean isForeign(HttpRequest<?> request) {
        @Nullable String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        @Nullable String host = request.getHeaders().get(HttpHeaders.HOST);
        return origin != null
                && !origins.allowedOrigins().contains(origin)
                && !(origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    private HttpResponse<?> forbidden(String message, @Nullable String what) {
        return failures.of(ErrorCode.FORBIDDEN, message.formatted(what), List.of());
    }

    private static String fingerprint(HttpRequest<?> request) {
        byte[] what = (request.getMethodName() + " " + request.getUri() + "\n").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.of(what, ProxyEvent.body(request)));
    }

    private IdempotencyKeys keys() {
        if (keys == null) {
            throw new AppException(ErrorCode.INTERNAL, "a function that writes needs a database");
        }
        return keys;
    }
}
