package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** The functions behind the gateway, each with its routes, in the context that all functions share. */
final class ApiFunctions {

    private ApiFunctions() {}

    static Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> in(FunctionHost functions) {
        ApiRoutes routes = new ApiRoutes(functions.definitions());
        return event -> functions.invoke(routes.functionFor(event.getHttpMethod(), event.getPath()), event);
    }

    static JsonNode get(FunctionHost functions, String path, Map<String, String> query) {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
        event.setHttpMethod("GET");
        event.setPath(path);
        event.setQueryStringParameters(query);
        event.setHeaders(Map.of("Accept", "application/json"));
        event.setRequestContext(new APIGatewayProxyRequestEvent.ProxyRequestContext().withRequestId("local-command"));
        JsonNode answer = Json.tree(in(functions).apply(event).getBody());
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
