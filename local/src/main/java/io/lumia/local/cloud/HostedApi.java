package io.lumia.local.cloud;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.cloud.DeployedApi.Route;
import io.lumia.local.cloud.HostedFunctions.FunctionFailed;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LambdaJson;
import java.util.HashMap;
import java.util.Map;

/**
 * What API Gateway does with a request, on the routes that were deployed: asks the authoriser where the method says so, then
 * hands the request to its function's process.
 */
final class HostedApi {

    private static final String AUTHORISER = "authorize";
    /** API Gateway's own rule: this error of an authoriser is a 401. */
    private static final String UNAUTHORISED = "\"Unauthorized\"";

    private final DeployedApi api;
    private final HostedFunctions functions;

    HostedApi(DeployedApi api, HostedFunctions functions) {
        this.api = api;
        this.functions = functions;
    }

    APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent request) {
        Route route = api.find(request.getHttpMethod(), request.getPath())
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "there is no such route"));
        request.setResource(route.path());
        request.setPathParameters(route.values(request.getPath()).orElse(Map.of()));
        request.getRequestContext().setResourcePath(route.path());
        if (route.authorised()) {
            request.getRequestContext().setAuthorizer(admission(request, route));
        }
        return invoke(route.function(), request);
    }

    /** Past the authoriser, as somebody whom the caller names: for what only an operator may do. */
    APIGatewayProxyResponseEvent invoke(String function, APIGatewayProxyRequestEvent request) {
        return LambdaJson.read(
                functions.invoke(function, LambdaJson.write(request)), APIGatewayProxyResponseEvent.class);
    }

    private Map<String, Object> admission(APIGatewayProxyRequestEvent request, Route route) {
        JsonNode answer = asked(request, route);
        if (!answer.at("/policyDocument/Statement/0/Effect").asText().equals("Allow")) {
            throw new AppException(ErrorCode.FORBIDDEN, "this caller may not do that");
        }
        Map<String, Object> context = new HashMap<>();
        answer.path("context")
                .fields()
                .forEachRemaining(
                        field -> context.put(field.getKey(), field.getValue().asText()));
        return context;
    }

    private JsonNode asked(APIGatewayProxyRequestEvent request, Route route) {
        try {
            return Json.tree(
                    functions.invoke(AUTHORISER, Json.writeCompact(Admitting.question(request, route.path()))));
        } catch (FunctionFailed e) {
            if (e.error().contains(UNAUTHORISED)) {
                throw new AppException(ErrorCode.UNAUTHENTICATED, "these credentials are not accepted", e);
            }
            throw e;
        }
    }
}
