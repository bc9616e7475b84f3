package io.lumia.platform.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.StubServer;
import io.lumia.platform.StubServer.Answer;
import io.lumia.platform.StubServer.Request;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stub that keeps objects as S3 does, addressed by path. */
class S3ObjectStoreTest {

    private static final String KEY = "raw/2017-12-29/bars.csv";

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final StubServer server = new StubServer(this::answer);
    private ApplicationContext context;
    private ObjectStore store;

    @BeforeEach
    void open() {
        context = ApplicationContext.run(Map.of(
                "aws.services.s3.endpoint-override", server.address(),
                "aws.region", "eu-central-1",
                "aws.access-key-id", "local",
                "aws.secret-key", "local",
                "lumia.objects.location", "s3://lumia-raw/answers"));
        store = context.getBean(ObjectStore.class);
    }

    @AfterEach
    void close() {
        context.close();
        server.close();
    }

    @Test
    void putsBelowBucketAndPrefixWithTheContentType() {
        store.put(KEY, bytes("one\ntwo"), "text/csv");

        assertThat(objects).containsOnlyKeys("/lumia-raw/answers/raw/2017-12-29/bars.csv");
        assertThat(objects.values()).containsExactly(bytes("one\ntwo"));
        assertThat(server.requests().getFirst().header("Content-type")).isEqualTo("text/csv");
    }

    @Test
    void givesBackWhatWasPut() {
        byte[] content = new byte[300_000];
        new java.util.Random(1).nextBytes(content);
        store.put(KEY, content, "application/octet-stream");

        assertThat(store.get(KEY, content.length)).isEqualTo(content);
    }

    @Test
    void refusesWhatIsLargerThanAgreed() {
        store.put(KEY, bytes("12345"), "text/plain");

        assertThat(store.get(KEY, 5)).hasSize(5);
        assertThatThrownBy(() -> store.get(KEY, 4))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
                .hasMessageContaining(KEY);
    }

    @Test
    void namesAKeyThatDoesNotExist() {
        assertThatThrownBy(() -> store.get(KEY, 5))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessageContaining("s3://lumia-raw/answers/" + KEY);
    }

    @Test
    void saysThatAccessIsDenied() {
        assertThatThrownBy(() -> store.get("denied", 5))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("s3://lumia-raw/answers/denied");
    }

    @Test
    void triesAgainWhatTheServerFailedAndThenSaysSo() {
        assertThatThrownBy(() -> store.get("broken", 5))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                .hasMessageContaining("s3://lumia-raw/answers/broken");
        assertThat(server.requests()).hasSizeBetween(2, 5);
    }

    @Test
    void asksForNoKeyThatIsNotAllowed() {
        assertThatThrownBy(() -> store.get("../secret", 5)).isInstanceOf(AppException.class);
        assertThat(server.requests()).isEmpty();
    }

    private Answer answer(Request request) {
        String path = request.path().replaceFirst("\\?.*", "");
        if (request.method().equals("PUT")) {
            objects.put(path, content(request));
            return new Answer(200, Map.of("ETag", "\"1\""), new byte[0]);
        }
        if (path.endsWith("/denied")) {
            return error(403, "AccessDenied");
        }
        if (path.endsWith("/broken")) {
            return error(500, "InternalError");
        }
        byte[] content = objects.get(path);
        return content == null
                ? error(404, "NoSuchKey")
                : new Answer(200, Map.of("Content-Type", "application/octet-stream"), content);
    }

    private static Answer error(int status, String code) {
        return Answer.of(
                status, "application/xml", "<Error><Code>%s</Code><Message>no</Message></Error>".formatted(code));
    }

    /** The SDK may send a body in signed chunks: {@code size;signature CRLF bytes CRLF …}. */
    private static byte[] content(Request request) {
        if (!request.header("Content-encoding").contains("aws-chunked")) {
            return request.body();
        }
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        String text = new String(request.body(), StandardCharsets.ISO_8859_1);
        int at = 0;
        while (true) {
            int lineEnd = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, lineEnd).replaceFirst(";.*", ""), 16);
            if (size == 0) {
                return whole.toByteArray();
            }
            whole.write(request.body(), lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
