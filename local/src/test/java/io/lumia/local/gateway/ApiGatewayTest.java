package io.lumia.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.request.RequestIds;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the gateway answers by itself, over HTTP. */
@Timeout(120)
final class ApiGatewayTest {

    private static final UUID NEW = UUID.fromString("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void whenEveryPlaceIsTakenTheNextIsToldWhenToComeAgain() throws Exception {
        CountDownLatch inside = new CountDownLatch(ApiGateway.MAX_CONCURRENT);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ApiGateway gateway = gateway(_ -> {
            inside.countDown();
            await(goOn);
            return new APIGatewayProxyResponseEvent().withStatusCode(204);
        })) {
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < ApiGateway.MAX_CONCURRENT; i++) {
                waiting.add(HTTP.sendAsync(request(gateway), BodyHandlers.ofString()));
            }
            await(inside);

            HttpResponse<String> refused = HTTP.send(request(gateway), BodyHandlers.ofString());
            goOn.countDown();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(Json.tree(refused.body()).at("/error/code").asText()).isEqualTo("TRANSPORT_UNAVAILABLE");
            assertThat(waiting)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(204));
        }
    }

    @Test
    void aDatabaseThatIsAwayIsWorthAnotherTryAndAFaultIsNot() throws Exception {
        try (ApiGateway away = gateway(_ -> {
                    throw new AppException(ErrorCode.DATABASE_UNAVAILABLE, "the database is away");
                });
                ApiGateway broken = gateway(_ -> {
                    throw new IllegalStateException("broken");
                })) {
            HttpResponse<String> later = HTTP.send(request(away), BodyHandlers.ofString());
            HttpResponse<String> never = HTTP.send(request(broken), BodyHandlers.ofString());

            assertThat(later.statusCode()).isEqualTo(503);
            assertThat(later.headers().firstValue("Retry-After")).contains("5");
            assertThat(never.statusCode()).isEqualTo(500);
            assertThat(never.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void theEventHasTheIdThatTheAnswerHas() throws Exception {
        List<String> told = new ArrayList<>();
        try (ApiGateway gateway = gateway(event -> {
            told.add(event.getRequestContext().getRequestId());
            throw new AppException(ErrorCode.UNAUTHENTICATED, "these credentials are not accepted");
        })) {
            HttpResponse<String> without = HTTP.send(request(gateway), BodyHandlers.ofString());
            HttpRequest own = HttpRequest.newBuilder(request(gateway).uri())
                    .header(RequestIds.HEADER, "caller-0123")
                    .build();
            HttpResponse<String> with = HTTP.send(own, BodyHandlers.ofString());

            assertThat(told).containsExactly(NEW.toString(), "caller-0123");
            assertThat(without.headers().firstValue(RequestIds.HEADER)).contains(NEW.toString());
            assertThat(with.headers().firstValue(RequestIds.HEADER)).contains("caller-0123");
            assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"lumia\"");
        }
    }

    private static ApiGateway gateway(Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> function) {
        return new ApiGateway(
                0,
                function,
                CONTEXT.getBean(JsonCodec.class),
                Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC),
                new RequestIds(() -> NEW));
    }

    private static HttpRequest request(ApiGateway gateway) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/api/v1/assets"))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
