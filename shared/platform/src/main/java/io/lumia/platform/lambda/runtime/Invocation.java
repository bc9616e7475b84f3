package io.lumia.platform.lambda.runtime;

import org.jspecify.annotations.Nullable;

/**
 * One event and what Lambda says about its handling.
 *
 * @param deadlineMillis when the function is stopped, in milliseconds since 1970
 * @param traceId        X-Ray's, null where nobody traces
 * @param event          JSON
 */
record Invocation(
        String requestId,
        long deadlineMillis,
        String functionArn,
        @Nullable String traceId,
        String event) {}
