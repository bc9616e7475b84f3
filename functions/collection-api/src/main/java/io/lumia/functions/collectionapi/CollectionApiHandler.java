package io.lumia.functions.collectionapi;

import io.lumia.platform.lambda.FunctionContext;
import io.lumia.web.http.ApiHandler;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The edge of the collection API: a REST API proxy event in, its answer out. What happens in between are the filters of
 * {@code io.lumia.web.http} and the controllers of the packages beside it.
 */
@Singleton
public final class CollectionApiHandler extends ApiHandler {

    /** Lambda's. */
    public CollectionApiHandler() {
        this(FunctionContext.get());
    }

    /** The test's and the local program's. */
    @Inject
    public CollectionApiHandler(ApplicationContext context) {
        super(context);
    }
}
