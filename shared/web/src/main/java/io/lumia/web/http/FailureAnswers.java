package io.lumia.web.http;

import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.ApiFailure;
import io.lumia.platform.http.ApiFailure.FieldError;
import io.lumia.platform.http.HttpStatuses;
import io.lumia.platform.request.RequestIds;
import io.lumia.platform.request.RequestScope;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Every failure's answer in the one shape, whoever found it: our own checks, the router, or the framework. */
@Singleton
final class FailureAnswers implements ErrorResponseProcessor<ApiFailure> {

    private static final String RETRY_AFTER_SECONDS = "5";
    /** How to show credentials (RFC 6750, section 3). */
    private static final String CHALLENGE = "Bearer realm=\"lumia\"";

    private final Clock clock;
    private final RequestIds requestIds;

    FailureAnswers(Clock clock, RequestIds requestIds) {
        this.clock = clock;
        this.requestIds = requestIds;
    }

    MutableHttpResponse<ApiFailure> of(ErrorCode code, String message, List<FieldError> fields) {
        MutableHttpResponse<ApiFailure> response = HttpResponse.status(HttpStatus.valueOf(HttpStatuses.of(code)));
        if (HttpStatuses.isRetryable(code)) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (code == ErrorCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return shaped(response, code, message, fields);
    }

    /** What the router and the framework refuse on their own. */
    @Override
    public MutableHttpResponse<ApiFailure> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        String details = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return shaped(context.getRequest(), response, details);
    }

    /** Gives a failure without a body the one shape. */
    void shape(HttpRequest<?> request, MutableHttpResponse<?> response) {
        shaped(request, response, "");
    }

    private MutableHttpResponse<ApiFailure> shaped(
            HttpRequest<?> request, MutableHttpResponse<?> response, String details) {
        String message = message(request, response.code(), details);
        MutableHttpResponse<ApiFailure> shaped = shaped(response, code(response.code()), message, List.of());
        if (request.getMethod() == HttpMethod.HEAD) {
            shaped.body(null);
        }
        return shaped;
    }

    private MutableHttpResponse<ApiFailure> shaped(
            MutableHttpResponse<?> response, ErrorCode code, String message, List<FieldError> fields) {
        String requestId = RequestScope.current().orElseGet(() -> requestIds.acceptOrNew(null));
        return response.header(HttpHeaders.CACHE_CONTROL, Cached.NEVER)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(ApiFailure.of(code, message, fields, clock.instant(), requestId));
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            default -> status < 500 ? ErrorCode.INVALID_INPUT : ErrorCode.INTERNAL;
        };
    }

    private static String message(HttpRequest<?> request, int status, String details) {
        String what = "%s %s".formatted(request.getMethodName(), request.getPath());
        if (status == HttpStatus.NOT_FOUND.getCode()) {
            return "nothing is at %s; /docs lists what there is".formatted(what);
        }
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return "the request failed; the log names it by its id";
        }
        return details.isEmpty() ? "%s is not allowed here".formatted(what) : details;
    }
}
