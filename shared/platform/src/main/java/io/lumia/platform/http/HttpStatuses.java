package io.lumia.platform.http;

import io.lumia.kernel.ErrorCode;

/** The HTTP status of each failure. */
public final class HttpStatuses {

    private HttpStatuses() {}

    public static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT, UNKNOWN_FIELD, MALFORMED_MESSAGE -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case MALFORMED_BUNDLE, IDEMPOTENCY_KEY_REUSED -> 422;
            case LIMIT_REACHED -> 429;
            case INTERNAL -> 500;
            case PROVIDER_SCHEMA_CHANGED, PROVIDER_UNREACHABLE -> 502;
            case DATABASE_UNAVAILABLE, TRANSPORT_UNAVAILABLE -> 503;
        };
    }

    /** Whether the answer carries {@code Retry-After}: the same request may succeed later. */
    public static boolean isRetryable(ErrorCode code) {
        int status = of(code);
        return status == 429 || status == 503;
    }
}
