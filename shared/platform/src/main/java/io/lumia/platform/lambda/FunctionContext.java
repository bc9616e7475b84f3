package io.lumia.platform.lambda;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

/**
 * The one application context of a Lambda process. A handler has two constructors: Lambda's, without arguments, takes its
 * use case from here; the test's and the local program's gets it handed in.
 *
 * <pre>{@code
 * public CollectHandler() {
 *     this(FunctionContext.get().getBean(CollectPrices.class));
 * }
 * }</pre>
 *
 * <p>Lambda calls the constructor while a process starts, when processor time is free, so the context is up before the
 * first event. It lives as long as the process. A start that failed is tried again by the next call.
 */
public final class FunctionContext {

    /** The Micronaut environment that is active in Lambda. */
    public static final String ENVIRONMENT = "lambda";

    private static @Nullable ApplicationContext context;

    private FunctionContext() {}

    public static synchronized ApplicationContext get() {
        if (context == null) {
            context = ApplicationContext.builder()
                    .deduceEnvironment(false)
                    .environments(ENVIRONMENT)
                    .banner(false)
                    .start();
        }
        return context;
    }
}
