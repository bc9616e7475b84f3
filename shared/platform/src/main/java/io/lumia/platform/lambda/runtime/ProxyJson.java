package io.lumia.platform.lambda.runtime;

import static io.lumia.platform.lambda.runtime.Json.text;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and answers of API Gateway's REST proxy integration (payload format 1.0), as JSON. */
final class ProxyJson {

    private ProxyJson() {}

    static APIGatewayProxyRequestEvent request(JsonNode json) {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
        event.setVersion(text(json, "version"));
        event.setResource(text(json, "resource"));
        event.setPath(text(json, "path"));
        event.setHttpMethod(text(json, "httpMethod"));
        event.setHeaders(Json.texts(json, "headers"));
        event.setMultiValueHeaders(Json.textLists(json, "multiValueHeaders"));
        event.setQueryStringParameters(Json.texts(json, "queryStringParameters"));
        event.setMultiValueQueryStringParameters(Json.textLists(json, "multiValueQueryStringParameters"));
        event.setPathParameters(Json.texts(json, "pathParameters"));
        event.setStageVariables(Json.texts(json, "stageVariables"));
        event.setBody(text(json, "body"));
        event.setIsBase64Encoded(Json.isTrue(json, "isBase64Encoded"));
        @Nullable JsonNode context = json.get("requestContext");
        event.setRequestContext(context == null || !context.isObject() ? null : context(context));
        return event;
    }

    static JsonNode answer(APIGatewayProxyResponseEvent response) {
        Map<String, JsonNode> answer = new LinkedHashMap<>();
        answer.put("statusCode", JsonNode.createNumberNode(response.getStatusCode()));
        if (response.getHeaders() != null) {
            answer.put("headers", object(response.getHeaders(), JsonNode::createStringNode));
        }
        if (response.getMultiValueHeaders() != null) {
            answer.put("multiValueHeaders", object(response.getMultiValueHeaders(), ProxyJson::array));
        }
        if (response.getBody() != null) {
            answer.put("body", JsonNode.createStringNode(response.getBody()));
        }
        answer.put("isBase64Encoded", JsonNode.createBooleanNode(Boolean.TRUE.equals(response.getIsBase64Encoded())));
        return JsonNode.createObjectNode(answer);
    }

    private static ProxyRequestContext context(JsonNode json) {
        ProxyRequestContext context = new ProxyRequestContext();
        context.setAccountId(text(json, "accountId"));
        context.setApiId(text(json, "apiId"));
        context.setStage(text(json, "stage"));
        context.setResourceId(text(json, "resourceId"));
        context.setResourcePath(text(json, "resourcePath"));
        context.setOperationName(text(json, "operationName"));
        context.setRequestId(text(json, "requestId"));
        context.setExtendedRequestId(text(json, "extendedRequestId"));
        context.setHttpMethod(text(json, "httpMethod"));
        context.setPath(text(json, "path"));
        context.setProtocol(text(json, "protocol"));
        context.setDomainName(text(json, "domainName"));
        context.setDomainPrefix(text(json, "domainPrefix"));
        context.setRequestTime(text(json, "requestTime"));
        context.setRequestTimeEpoch(epochMillis(json));
        context.setAuthorizer(Json.<@Nullable Object>map(json, "authorizer", value -> value.getValue()));
        @Nullable JsonNode identity = json.get("identity");
        context.setIdentity(identity == null || !identity.isObject() ? null : identity(identity));
        return context;
    }

    private static RequestIdentity identity(JsonNode json) {
        RequestIdentity identity = new RequestIdentity();
        identity.setAccountId(text(json, "accountId"));
        identity.setApiKey(text(json, "apiKey"));
        identity.setCaller(text(json, "caller"));
        identity.setSourceIp(text(json, "sourceIp"));
        identity.setUser(text(json, "user"));
        identity.setUserAgent(text(json, "userAgent"));
        identity.setUserArn(text(json, "userArn"));
        return identity;
    }

    private static @Nullable Long epochMillis(JsonNode json) {
        @Nullable JsonNode value = json.get("requestTimeEpoch");
        return value == null || !value.isNumber() ? null : value.getLongValue();
    }

    private static <T> JsonNode object(Map<String, T> values, java.util.function.Function<T, JsonNode> node) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        values.forEach((name, value) -> nodes.put(name, node.apply(value)));
        return JsonNode.createObjectNode(nodes);
    }

    private static JsonNode array(java.util.List<String> values) {
        return JsonNode.createArrayNode(
                values.stream().map(JsonNode::createStringNode).toList());
    }
}
