package io.lumia.platform.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace that this thread's work belongs to, in the logger's context so that every line names it. */
public final class TraceScope implements AutoCloseable {

    /** Name of the log field. */
    public static final String TRACE = "trace_id";

    public static final String SPAN = "span_id";
    private static final ThreadLocal<Optional<TraceContext>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private final @Nullable TraceContext before;

    private TraceScope(@Nullable TraceContext before) {
        this.before = before;
    }

    /** Closing it brings back what was there before. */
    public static TraceScope open(TraceContext trace) {
        TraceScope scope = new TraceScope(CURRENT.get().orElse(null));
        set(trace);
        return scope;
    }

    public static Optional<TraceContext> current() {
        return CURRENT.get();
    }

    @Override
    public void close() {
        if (before == null) {
            CURRENT.remove();
            MDC.remove(TRACE);
            MDC.remove(SPAN);
        } else {
            set(before);
        }
    }

    private static void set(TraceContext trace) {
        CURRENT.set(Optional.of(trace));
        MDC.put(TRACE, trace.traceId());
        MDC.put(SPAN, trace.spanId());
    }
}
