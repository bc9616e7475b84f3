package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import io.lumia.platform.request.RequestIds;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions behind the gateway, each with its routes, in the context that all functions share. */
final class ApiFunctions {

    private static final String JSON = "application/json";
    private static final int NO_CONTENT = 204;
    /** A browser's question beforehand carries no credentials. */
    private static final String PREFLIGHT = "OPTIONS";

    private ApiFunctions() {}

    static Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> in(
            FunctionHost functions, Admitting admitting) {
        ApiRoutes routes = functions.routes();
        return event -> {
            ApiRoutes.Route route = routes.routeFor(event.getHttpMethod(), event.getPath());
            if (route.authorised() && !event.getHttpMethod().equals(PREFLIGHT)) {
                event.getRequestContext().setAuthorizer(admitting.context(functions, event, route.path()));
            }
            return functions.invoke(route.function(), event);
        };
    }

    /**
     * Asks as the machine's own user, without a network; fails as the API does.
     *
     * @param body JSON, null where the request has none
     */
    static JsonNode ask(
            FunctionHost functions, String method, String path, Map<String, String> query, @Nullable String body) {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
        event.setHttpMethod(method);
        event.setPath(path);
        event.setQueryStringParameters(query);
        event.setHeaders(body == null ? Map.of("Accept", JSON) : Map.of("Accept", JSON, "Content-Type", JSON));
        event.setBody(body);
        event.setIsBase64Encoded(false);
        String requestId = functions.bean(RequestIds.class).acceptOrNew(null);
        event.setRequestContext(new APIGatewayProxyRequestEvent.ProxyRequestContext().withRequestId(requestId));
        return answer(path, in(functions, Admitting.OPEN).apply(event));
    }

    private static JsonNode answer(String path, APIGatewayProxyResponseEvent response) {
        String text = response.getBody();
        if (response.getStatusCode() == NO_CONTENT || text == null || text.isEmpty()) {
            return MissingNode.getInstance();
        }
        JsonNode answer = Json.tree(text);
        if (!answer.path("success").asBoolean()) {
            JsonNode error = answer.path("error");
            throw new AppException(
                    errorCode(error.path("code").asText()),
                    "%s: %s".formatted(path, error.path("message").asText()));
        }
        return answer;
    }

    private static ErrorCode errorCode(String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(ErrorCode.INTERNAL);
    }
}
