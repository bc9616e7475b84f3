package io.lumia.accounts.secret.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lumia.accounts.secret.KeyEncryption;
import io.lumia.accounts.secret.Purpose;
import io.lumia.accounts.secret.WrappedKey;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** KMS's protocol against a stub: "wraps" a key by putting its context before it, and unwraps what has the context that is asked for. */
class KmsKeyEncryptionTest {

    private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000001";
    private static final Purpose EMAIL = Purpose.rotating("email");
    private static final byte[] DATA_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ApplicationContext context;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(action + " " + body);
            byte[] answer = answer(action, body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(isError(answer) ? 400 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        context = ApplicationContext.run(Map.of(
                "lumia.accounts.key-encryption.kms-key", "alias/lumia",
                "aws.services.kms.endpoint-override",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "aws.region", "eu-central-1",
                "aws.access-key-id", "local",
                "aws.secret-key", "local"));
    }

    @AfterEach
    void stop() {
        context.close();
        server.stop(0);
    }

    @Test
    void wrapsAndUnwrapsForOnePurpose() {
        KeyEncryption encryption = context.getBean(KeyEncryption.class);

        WrappedKey wrapped = encryption.wrap(DATA_KEY, EMAIL);

        assertThat(wrapped.wrappedBy()).isEqualTo(ARN);
        assertThat(encryption.unwrap(wrapped, EMAIL)).isEqualTo(DATA_KEY);
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst())
                .startsWith("TrentService.Encrypt")
                .contains("\"KeyId\":\"alias/lumia\"", "\"lumia-purpose\":\"email\"");
        assertThat(asked.getLast()).startsWith("TrentService.Decrypt").contains(ARN, "\"lumia-purpose\":\"email\"");
    }

    @Test
    void whatKmsRefusesIsOurOwnMistake() {
        KeyEncryption encryption = context.getBean(KeyEncryption.class);
        WrappedKey wrapped = encryption.wrap(DATA_KEY, EMAIL);

        assertThatThrownBy(() -> encryption.unwrap(wrapped, Purpose.rotating("other")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("unwrapping a data key");
    }

    private static String answer(String action, String body) {
        String purpose = field(body, "lumia-purpose");
        if (action.endsWith("Encrypt")) {
            return "{\"KeyId\":\"%s\",\"CiphertextBlob\":\"%s\"}"
                    .formatted(ARN, encoded(purpose + " " + field(body, "Plaintext")));
        }
        String[] wrapped = new String(Base64.getDecoder().decode(field(body, "CiphertextBlob")), StandardCharsets.UTF_8)
                .split(" ", 2);
        return wrapped[0].equals(purpose)
                ? "{\"KeyId\":\"%s\",\"Plaintext\":\"%s\"}".formatted(ARN, wrapped[1])
                : "{\"__type\":\"InvalidCiphertextException\"}";
    }

    private static boolean isError(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8).contains("__type");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }
}
