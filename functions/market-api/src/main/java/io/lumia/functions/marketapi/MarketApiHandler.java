package io.lumia.functions.marketapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.web.http.UrlPaths;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The edge of the market API: a REST API proxy event in, its answer out. What happens in between are the filters of
 * {@code http} and the controllers of the packages beside it.
 */
@Singleton
public final class MarketApiHandler extends ApiGatewayProxyRequestEventFunction {

    /** Lambda's. */
    public MarketApiHandler() {
        this(FunctionContext.get());
    }

    /** The test's and the local program's. */
    @Inject
    public MarketApiHandler(ApplicationContext context) {
        super(context);
    }

    /**
     * A path that is no URL would end in an exception below, not in an answer. Lambda's context is not handed on: no
     * controller asks for it, and the framework would register it as beans anew with each request.
     */
    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, @Nullable Context context) {
        event.setPath(UrlPaths.legal(event.getPath() == null ? "/" : event.getPath()));
        return super.handleRequest(event, null);
    }
}
