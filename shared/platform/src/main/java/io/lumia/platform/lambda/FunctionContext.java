package io.lumia.platform.lambda;

import io.lumia.platform.secret.SecretVariables;
import io.lumia.platform.secret.SecretsManager;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
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
 * first event. Secrets that the environment names are read then (see {@code io.lumia.platform.secret}). It lives as long as the process. A start that failed is tried again by the next call.
 */
public final class FunctionContext {

    /** The Micronaut environment that is active in Lambda. */
    public static final String ENVIRONMENT = "lambda";

    private static @Nullable ApplicationContext context;

    private FunctionContext() {}

    public static synchronized ApplicationContext get() {
        if (context == null) {
            Map<String, String> environment = System.getenv();
            context = ApplicationContext.builder()
                    .deduceEnvironment(false)
                    .environments(ENVIRONMENT)
                    .banner(false)
                    .propertySources(SecretVariables.of(environment, secret -> SecretsManager.of(environment)
                            .value(secret)))
                    .start();
        }
        return context;
    }
}
