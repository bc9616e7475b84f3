package io.lumia.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.retry.Backoff;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Against a stub that answers as Secrets Manager does. */
final class SecretsManagerTest {

    private static final SecretArn SECRET = SecretArn.parse(
            "secret", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:lumia/dev/peppers-a1b2c3");
    private static final String VALUE = """
        {"ARN":"…","Name":"lumia/dev/peppers","SecretString":"1:b25l","VersionStages":["AWSCURRENT"]}\
        """;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksForTheValueInTheSecretsRegionAndSignsIt() {
        answers.add(new Answer(200, VALUE));

        assertThat(secrets().value(SECRET)).isEqualTo("1:b25l");

        assertThat(requests.getFirst())
                .startsWith("POST / secretsmanager.GetSecretValue application/x-amz-json-1.1 ")
                .contains("Credential=AKIDEXAMPLE/20261126/eu-central-1/secretsmanager/aws4_request")
                .endsWith("{\"SecretId\":\"%s\"}".formatted(SECRET.text()));
    }

    @Test
    void triesAgainWhatMayChangeAndNoMoreThanThreeTimes() {
        answers.add(new Answer(500, "{\"__type\":\"InternalServiceError\"}"));
        answers.add(new Answer(400, "{\"__type\":\"ThrottlingException\"}"));
        answers.add(new Answer(200, VALUE));
        assertThat(secrets().value(SECRET)).isEqualTo("1:b25l");

        for (int count = 0; count < 4; count++) {
            answers.add(new Answer(503, ""));
        }
        assertThatThrownBy(() -> secrets().value(SECRET))
                .isInstanceOfSatisfying(AppException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE));
        assertThat(requests).hasSize(6);
    }

    @Test
    void aRefusalIsToldAtOnceWithTheSecretsName() {
        answers.add(new Answer(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not yours\"}"));

        assertThatThrownBy(() -> secrets().value(SECRET))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(SECRET.text())
                .hasMessageContaining("AccessDeniedException");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aSecretOfBytesIsRefused() {
        answers.add(new Answer(200, "{\"SecretBinary\":\"b25l\"}"));

        assertThatThrownBy(() -> secrets().value(SECRET)).hasMessageContaining("holds bytes");
    }

    private SecretsManager secrets() {
        return new SecretsManager(
                Map.of(
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")),
                Clock.fixed(Instant.parse("2026-11-26T13:14:15Z"), ZoneOffset.UTC),
                new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2), new Random(1), _ -> {}));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("X-Amz-Target"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            Answer answer = answers.remove();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
