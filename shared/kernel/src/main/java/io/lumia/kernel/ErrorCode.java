package io.lumia.kernel;

/** Every failure's name, as it appears in API answers, logs and run reports. */
public enum ErrorCode {
    /** A parameter or field has a value outside what is allowed. */
    INVALID_INPUT(ErrorCategory.CALLER),
    /** A parameter or field is not known here. */
    UNKNOWN_FIELD(ErrorCategory.CALLER),
    /** The caller shows no credentials where some are needed, or some that do not count. */
    UNAUTHENTICATED(ErrorCategory.CALLER),
    /** The caller may not do this, or nobody may here. */
    FORBIDDEN(ErrorCategory.CALLER),
    /** Nothing of that name, or nothing that the caller may see. */
    NOT_FOUND(ErrorCategory.CALLER),
    /** The route exists but not with that method. */
    METHOD_NOT_ALLOWED(ErrorCategory.CALLER),
    /** The representation asked for is not offered. */
    NOT_ACCEPTABLE(ErrorCategory.CALLER),
    /** Something else already holds what was asked for, such as a data folder in use. */
    CONFLICT(ErrorCategory.CALLER),
    /** An Idempotency-Key came with another request than the first time. */
    IDEMPOTENCY_KEY_REUSED(ErrorCategory.CALLER),
    /** A message whose body does not follow its schema. */
    MALFORMED_MESSAGE(ErrorCategory.CALLER),
    /** A bundle that does not follow its format. */
    MALFORMED_BUNDLE(ErrorCategory.CALLER),
    /** A provider answered, but not as its adapter expects. */
    PROVIDER_SCHEMA_CHANGED(ErrorCategory.UPSTREAM),
    /** A provider could not be reached. */
    PROVIDER_UNREACHABLE(ErrorCategory.UPSTREAM),
    /** The database refused or lost the connection. */
    DATABASE_UNAVAILABLE(ErrorCategory.CAPACITY),
    /** A queue, bus or object store refused or lost the connection. */
    TRANSPORT_UNAVAILABLE(ErrorCategory.CAPACITY),
    /** A named bound was reached. */
    LIMIT_REACHED(ErrorCategory.CAPACITY),
    /** What should always hold does not. */
    INTERNAL(ErrorCategory.OURS);

    private final ErrorCategory category;

    ErrorCode(ErrorCategory category) {
        this.category = category;
    }

    public ErrorCategory category() {
        return category;
    }
}
