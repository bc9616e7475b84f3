package io.lumia.platform.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work that is done later follows from.
 *
 * @param requestId of the request that began it, null where none did
 * @param trace     that it belongs to, null where it belongs to none
 */
public record Cause(@Nullable String requestId, @Nullable TraceContext trace) {

    private static final Cause NONE = new Cause(null, null);

    public static Cause none() {
        return NONE;
    }

    /** What this thread works on. */
    public static Cause current() {
        return new Cause(
                RequestScope.current().orElse(null), TraceScope.current().orElse(null));
    }

    /** As it was stored; what is not well formed is treated as if it was not there. */
    public static Cause parse(@Nullable String requestId, @Nullable String traceparent) {
        return new Cause(
                Optional.ofNullable(requestId).filter(RequestIds::isAllowed).orElse(null),
                TraceContext.parse(traceparent, null).orElse(null));
    }

    /** The trace as W3C writes it, null where there is none. */
    public @Nullable String traceparent() {
        return trace == null ? null : trace.traceparent();
    }
}
