package io.lumia.kernel;

/** Whose business a failure is. The category alone decides HTTP status class, retry, log level and alarm. */
public enum ErrorCategory {
    /** The caller sent something that can never work: not retried, logged at info. */
    CALLER,
    /** Somebody else's service failed: retried with back-off, logged as a warning. */
    UPSTREAM,
    /** We are out of a resource for now: retried later, logged as a warning. */
    CAPACITY,
    /** Our own fault: goes to the dead-letter queue and wakes somebody. */
    OURS
}
