package io.lumia.platform.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PackagedHandlerTest {

    private static final Invocation INVOCATION =
            new Invocation("request-1", FakeRuntimeApi.DEADLINE_MILLIS, FakeRuntimeApi.ARN, null, "{}");
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochMilli(FakeRuntimeApi.DEADLINE_MILLIS - 1_500), ZoneOffset.UTC);

    private static ApplicationContext context;

    @BeforeAll
    static void startContext() {
        context = ApplicationContext.run(Map.of(EchoHandlers.WANTED, true));
    }

    @AfterAll
    static void stopContext() {
        context.close();
    }

    @Test
    void readsARequestAndWritesItsAnswer() {
        String answer = handle(EchoHandlers.Api.class, """
                {"resource":"/{proxy+}","path":"/api/v1/assets","httpMethod":"GET","headers":null,
                 "multiValueQueryStringParameters":{"symbol":["AAPL","SPY"]},"body":null,"isBase64Encoded":false,
                 "requestContext":{"requestId":"1","identity":{"sourceIp":"203.0.113.7","apiKey":null}}}
                """);

        assertThat(answer)
                .isEqualTo(
                        "{\"statusCode\":200,\"multiValueHeaders\":{\"Set-Cookie\":[\"a=1\",\"b=2\"]},"
                                + "\"body\":\"GET /api/v1/assets {symbol=[AAPL, SPY]} 203.0.113.7\",\"isBase64Encoded\":false}");
    }

    @Test
    void readsABatchAndWritesWhichMessagesFailed() {
        String answer = handle(EchoHandlers.Queue.class, """
                {"Records":[{"messageId":"good","body":"fine","attributes":{"ApproximateReceiveCount":"1"},
                             "messageAttributes":{"request_id":{"stringValue":"abc","dataType":"String"}}},
                            {"messageId":"bad","body":"poison","attributes":{},"messageAttributes":{}}]}
                """);

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");
    }

    @Test
    void namesOfAnEventThatIsAMapStayAsTheyAre() {
        String answer = handle(EchoHandlers.Tick.class, "{\"detail-type\":\"Tick\",\"deepValue\":[1,2.5,null]}");

        assertThat(answer)
                .contains("\"event\":{\"detail-type\":\"Tick\",\"deepValue\":[1,2.5,null]}")
                .contains("\"request\":\"request-1\"", "\"left\":1500");
    }

    @Test
    void aHandlerThatIsNoBeanIsNamedWithWhatMayBeMissing() {
        assertThatThrownBy(() -> PackagedHandler.named("io.lumia.Nobody", context))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("io.lumia.Nobody")
                .hasMessageContaining("DATASOURCES_DEFAULT_URL");
    }

    private static String handle(Class<?> handler, String event) {
        return PackagedHandler.named(handler.getName(), context)
                .handle(event, new InvocationContext(INVOCATION, Map.of(), CLOCK));
    }
}
