package io.lumia.functions.accountapi;

import io.lumia.platform.lambda.FunctionContext;
import io.lumia.web.http.ApiHandler;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The edge of the account API: a REST API proxy event in, its answer out. What happens in between are the filters of
 * {@code io.lumia.web.http} and the controllers of the packages beside it.
 */
@Singleton
public final class AccountApiHandler extends ApiHandler {

    /** Lambda's. */
    public AccountApiHandler() {
        this(FunctionContext.get());
    }

    /** The test's and the local program's. */
    @Inject
    public AccountApiHandler(ApplicationContext context) {
        super(context);
    }
}
