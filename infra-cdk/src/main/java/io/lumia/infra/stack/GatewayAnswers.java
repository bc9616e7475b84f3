package io.lumia.infra.stack;

import io.lumia.kernel.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.CfnGatewayResponse;
import software.constructs.Construct;

/**
 * What the gateway answers by itself, in the shape of every other failure of the API. The timestamp is null: the gateway
 * knows no RFC 3339 time, and one in another format would mislead.
 */
final class GatewayAnswers {

    private static final int RETRY_SECONDS = 1;

    /** How to show credentials (RFC 6750, section 3), as the functions and the laptop's gateway say it. */
    private static final String CHALLENGE = "'Bearer realm=\"lumia\"'";

    private static final List<Answer> ALL = List.of(
            new Answer("ACCESS_DENIED", 403, ErrorCode.FORBIDDEN.name(), "this caller may not do that"),
            new Answer("INVALID_API_KEY", 403, ErrorCode.FORBIDDEN.name(), "this caller has no usage key"),
            new Answer("WAF_FILTERED", 403, ErrorCode.FORBIDDEN.name(), "the firewall refused this request"),
            new Answer("EXPIRED_TOKEN", 403, ErrorCode.FORBIDDEN.name(), "the token has expired"),
            new Answer("UNAUTHORIZED", 401, ErrorCode.UNAUTHENTICATED.name(), "these credentials are not known"),
            new Answer("MISSING_AUTHENTICATION_TOKEN", 404, ErrorCode.NOT_FOUND.name(), "there is no such route"),
            new Answer("RESOURCE_NOT_FOUND", 404, ErrorCode.NOT_FOUND.name(), "there is no such route"),
            new Answer(
                    "BAD_REQUEST_PARAMETERS",
                    400,
                    ErrorCode.INVALID_INPUT.name(),
                    "a parameter is missing or malformed"),
            new Answer("BAD_REQUEST_BODY", 400, ErrorCode.INVALID_INPUT.name(), "the body must be a JSON object"),
            new Answer("REQUEST_TOO_LARGE", 413, ErrorCode.INVALID_INPUT.name(), "the request is larger than 10 MB"),
            new Answer(
                    "UNSUPPORTED_MEDIA_TYPE", 415, ErrorCode.INVALID_INPUT.name(), "the body must be application/json"),
            new Answer("THROTTLED", 429, ErrorCode.LIMIT_REACHED.name(), "too many requests at once; try again"),
            new Answer("QUOTA_EXCEEDED", 429, ErrorCode.LIMIT_REACHED.name(), "the day's requests are used up"),
            new Answer("INTEGRATION_TIMEOUT", 504, ErrorCode.TRANSPORT_UNAVAILABLE.name(), "the answer took too long"),
            new Answer("DEFAULT_4XX", null, ErrorCode.INVALID_INPUT.name(), "the request was refused"),
            new Answer("DEFAULT_5XX", null, ErrorCode.INTERNAL.name(), "the request failed by our fault"));

    private GatewayAnswers() {}

    /**
     * One kind.
     *
     * @param status null to keep the gateway's own
     */
    private record Answer(String type, @Nullable Integer status, String code, String message) {

        boolean isRetryable() {
            return status != null && (status == 429 || status == 504);
        }

        boolean isUnauthenticated() {
            return status != null && status == 401;
        }
    }

    static void addTo(Construct scope, String apiId) {
        for (Answer answer : ALL) {
            CfnGatewayResponse.Builder response = CfnGatewayResponse.Builder.create(scope, "Answer" + answer.type())
                    .restApiId(apiId)
                    .responseType(answer.type())
                    .responseParameters(headers(answer))
                    .responseTemplates(Map.of("application/json", body(answer)));
            if (answer.status() != null) {
                response.statusCode(answer.status().toString());
            }
            response.build();
        }
    }

    /** What decides whether the API must be deployed anew. */
    static String fingerprint() {
        return ALL.stream()
                .map(answer -> answer + headers(answer).toString())
                .toList()
                .toString();
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "gatewayresponse.header.Access-Control-Allow-Origin", "'*'",
                "gatewayresponse.header.Cache-Control", "'no-store'",
                "gatewayresponse.header.X-Request-ID", "context.requestId"));
        if (answer.isRetryable()) {
            headers.put("gatewayresponse.header.Retry-After", "'%d'".formatted(RETRY_SECONDS));
        }
        if (answer.isUnauthenticated()) {
            headers.put("gatewayresponse.header.WWW-Authenticate", CHALLENGE);
        }
        return headers;
    }

    private static String body(Answer answer) {
        return """
                {"success":false,"error":{"code":"%s","message":"%s","details":{"fields":[]},"timestamp":null,\
                "request_id":"$context.requestId"}}""".formatted(answer.code(), answer.message());
    }
}
