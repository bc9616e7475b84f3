package io.lumia.platform.metrics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The function that this thread works for, where one process is several functions; in the logger's context as well. */
public final class FunctionScope implements AutoCloseable {

    private static final ThreadLocal<Optional<FunctionName>> CURRENT = ThreadLocal.withInitial(Optional::empty);
    private static final String NAME = LabelKey.FUNCTION.text();

    private final @Nullable FunctionName before;

    private FunctionScope(@Nullable FunctionName before) {
        this.before = before;
    }

    /** Closing it brings back what was there before. */
    public static FunctionScope open(FunctionName function) {
        FunctionScope scope = new FunctionScope(CURRENT.get().orElse(null));
        set(function);
        return scope;
    }

    /** Else the function that the whole process is. */
    public static FunctionName current() {
        return CURRENT.get().orElseGet(FunctionName::ofProcess);
    }

    @Override
    public void close() {
        if (before == null) {
            CURRENT.remove();
            MDC.remove(NAME);
        } else {
            set(before);
        }
    }

    private static void set(FunctionName function) {
        CURRENT.set(Optional.of(function));
        MDC.put(NAME, function.value());
    }
}
