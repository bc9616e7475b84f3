package io.lumia.web.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import org.jspecify.annotations.Nullable;

/** The edge of an API function: a REST API proxy event in, its answer out. */
public abstract class ApiHandler extends ApiGatewayProxyRequestEventFunction {

    protected ApiHandler(ApplicationContext context) {
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
