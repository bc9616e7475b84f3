package io.lumia.local.cli;

import io.lumia.kernel.ErrorCode;

/** What the program's exit code says. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    /** Unknown option, value out of range. */
    static final int WRONG_USAGE = 2;
    /** Something is missing or broken on this machine. */
    static final int ENVIRONMENT = 3;
    /** The data folder or the port belongs to somebody else. */
    static final int IN_USE = 4;

    private ExitCodes() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT, UNKNOWN_FIELD -> WRONG_USAGE;
            case CONFLICT -> IN_USE;
            case DATABASE_UNAVAILABLE, TRANSPORT_UNAVAILABLE -> ENVIRONMENT;
            case UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    MALFORMED_MESSAGE,
                    IDEMPOTENCY_KEY_REUSED,
                    MALFORMED_BUNDLE,
                    PROVIDER_SCHEMA_CHANGED,
                    PROVIDER_UNREACHABLE,
                    LIMIT_REACHED,
                    INTERNAL -> FAILED;
        };
    }
}
