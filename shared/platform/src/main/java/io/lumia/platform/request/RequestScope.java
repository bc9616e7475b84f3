package io.lumia.platform.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The request id of the work this thread does, kept in the logger's context so that every line carries it.
 *
 * <pre>{@code
 * try (var scope = RequestScope.open(id)) { … }
 * }</pre>
 */
public final class RequestScope implements AutoCloseable {

    /** Name of the log field and of the message attribute. */
    public static final String NAME = "request_id";

    private final @Nullable String before;

    private RequestScope(@Nullable String before) {
        this.before = before;
    }

    /** Closing it brings back what was there before. */
    public static RequestScope open(String requestId) {
        RequestScope scope = new RequestScope(MDC.get(NAME));
        MDC.put(NAME, requestId);
        return scope;
    }

    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(NAME));
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(NAME);
        } else {
            MDC.put(NAME, before);
        }
    }
}
