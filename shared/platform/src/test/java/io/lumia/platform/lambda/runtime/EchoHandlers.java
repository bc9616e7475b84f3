package io.lumia.platform.lambda.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Handlers of each kind that say what they were given. */
final class EchoHandlers {

    static final String WANTED = "test.echo-handlers";

    private EchoHandlers() {}

    @Singleton
    @Requires(property = WANTED)
    static final class Api implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

        @Override
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
            return new APIGatewayProxyResponseEvent()
                    .withStatusCode(200)
                    .withMultiValueHeaders(Map.of("Set-Cookie", List.of("a=1", "b=2")))
                    .withBody("%s %s %s %s"
                            .formatted(
                                    event.getHttpMethod(),
                                    event.getPath(),
                                    event.getMultiValueQueryStringParameters(),
                                    event.getRequestContext().getIdentity().getSourceIp()));
        }
    }

    @Singleton
    @Requires(property = WANTED)
    static final class Queue implements RequestHandler<SQSEvent, SQSBatchResponse> {

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            return new SQSBatchResponse(event.getRecords().stream()
                    .filter(message -> message.getBody().equals("poison"))
                    .map(message -> new BatchItemFailure(message.getMessageId()))
                    .toList());
        }
    }

    @Singleton
    @Requires(property = WANTED)
    static final class Tick implements RequestHandler<Map<String, Object>, Map<String, Object>> {

        @Override
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
            if (event.containsKey("fail")) {
                throw new IllegalStateException("as told");
            }
            return Map.of(
                    "event", event,
                    "request", context.getAwsRequestId(),
                    "left", context.getRemainingTimeInMillis());
        }
    }
}
