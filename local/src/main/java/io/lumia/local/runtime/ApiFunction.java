package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The function behind the gateway, in the context that all functions share. */
final class ApiFunction {

    private ApiFunction() {}

    static Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> in(FunctionHost functions) {
        FunctionDefinition definition = onlyHttp(functions.definitions());
        return event -> functions.invoke(definition, event);
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

    /** One API function answers all routes so far; a second one needs routing by path here. */
    private static FunctionDefinition onlyHttp(List<FunctionDefinition> definitions) {
        List<FunctionDefinition> found = definitions.stream()
                .filter(definition -> definition.trigger() instanceof Trigger.Http)
                .toList();
        if (found.size() != 1) {
            throw new AppException(ErrorCode.INTERNAL, "one function with HTTP routes was expected; found: " + found);
        }
        return found.getFirst();
    }
}
