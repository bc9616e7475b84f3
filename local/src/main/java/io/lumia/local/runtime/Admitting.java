package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.Admission;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a gateway finds out who makes a request. */
public enum Admitting {
    /** By the function {@code authorize}, as API Gateway asks it. */
    AUTHORISED {
        @Override
        Map<String, Object> context(FunctionHost functions, APIGatewayProxyRequestEvent event, String route) {
            try {
                return texts(functions.authorise(question(event, route)).get("context"));
            } catch (RuntimeException e) {
                // API Gateway's own rule: this message of an authoriser is a 401, any other a 500.
                if (UNAUTHORISED.equals(e.getMessage())) {
                    throw new AppException(ErrorCode.UNAUTHENTICATED, "these credentials are not accepted");
                }
                throw e;
            }
        }
    },

    /** Everybody who reaches the loopback address is the machine's own user; who shows credentials is their owner. */
    OPEN {
        @Override
        Map<String, Object> context(FunctionHost functions, APIGatewayProxyRequestEvent event, String route) {
            return showsCredentials(event) ? AUTHORISED.context(functions, event, route) : operator();
        }
    };

    private static final Set<String> CREDENTIALS = Set.of("authorization", "x-api-key");

    private static final String UNAUTHORISED = "Unauthorized";
    private static final String METHOD_ARN = "arn:aws:execute-api:%s:000000000000:local/%s/%s%s";

    /**
     * What the authoriser says of a request; fails with UNAUTHENTICATED where it shows credentials that do not count.
     *
     * @param route with parameters in braces, as function.json has it
     */
    abstract Map<String, Object> context(FunctionHost functions, APIGatewayProxyRequestEvent event, String route);

    /** The machine's own user, such as a command. */
    static Map<String, Object> operator() {
        return new HashMap<>(Admission.OPERATOR.context());
    }

    private static Map<String, Object> texts(@Nullable Object context) {
        Map<String, Object> texts = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(context)).forEach((name, value) -> texts.put(name.toString(), value));
        return texts;
    }

    /** A REQUEST authoriser's event, payload 1.0. @param route with parameters in braces */
    public static Map<String, Object> question(APIGatewayProxyRequestEvent event, String route) {
        ProxyRequestContext context = event.getRequestContext();
        Map<String, Object> question = new HashMap<>();
        question.put("type", "REQUEST");
        question.put(
                "methodArn", METHOD_ARN.formatted("local", context.getStage(), event.getHttpMethod(), event.getPath()));
        question.put("resource", route);
        question.put("path", event.getPath());
        question.put("httpMethod", event.getHttpMethod());
        question.put("headers", orEmpty(event.getHeaders()));
        question.put("multiValueHeaders", orEmpty(event.getMultiValueHeaders()));
        question.put("queryStringParameters", orEmpty(event.getQueryStringParameters()));
        question.put(
                "requestContext",
                Map.of(
                        "requestId", context.getRequestId(),
                        "httpMethod", event.getHttpMethod(),
                        "resourcePath", route,
                        "identity", Map.of("sourceIp", context.getIdentity().getSourceIp())));
        return question;
    }

    private static boolean showsCredentials(APIGatewayProxyRequestEvent event) {
        return orEmpty(event.getHeaders()).keySet().stream()
                .anyMatch(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> values) {
        return values == null ? Map.of() : values;
    }
}
