package io.lumia.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.platform.StubServer;
import io.lumia.platform.web.WebFailure.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardenedPostTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private static final int MAX_BYTES = 1_000;

    private final HardenedWebClient client = new HardenedWebClient(new WebSettings("0.1.0", "", true), CLOCK);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void sendsTheBodyByteByByte() {
        try (StubServer server = new StubServer(_ -> StubServer.Answer.of(202, "text/plain", "thanks"))) {
            WebResponse answer = answer(post(client, URI.create(server.address() + "/hook?x=1")));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo("thanks");
            StubServer.Request request = server.requests().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/hook?x=1");
            assertThat(request.text()).isEqualTo("{\"a\": \"\u00e9\"}");
            assertThat(request.header("Content-type")).isEqualTo("application/json");
            assertThat(request.header("Webhook-id")).isEqualTo("msg_1");
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        try (StubServer server =
                new StubServer(_ -> new StubServer.Answer(307, Map.of("Location", "/elsewhere"), new byte[0]))) {
            assertThat(answer(post(client, URI.create(server.address() + "/"))).status())
                    .isEqualTo(307);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatIsBeyondTheBeginningOfAnAnswerIsLeft() {
        try (RawServer server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".getBytes(UTF_8));
            byte[] chunk = new byte[1 << 16];
            for (int i = 0; i < 15_000; i++) {
                out.write(chunk);
            }
        })) {
            WebResponse answer = answer(post(client, server.address("/")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(MAX_BYTES);
        }
    }

    @Test
    void aServerThatHangsIsLeftAtTheDeadline() {
        try (RawServer server = new RawServer((_, _) -> Thread.sleep(20_000))) {
            WebResult result = client.post(
                    new WebPost(server.address("/"), Map.of(), new byte[] {1}, MAX_BYTES, Duration.ofMillis(300)));

            assertThat(failure(result).kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://user@example.org/",
                "ftp://example.org/",
                "https:/path",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.1.1/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://0.0.0.0/",
                "https://100.64.0.1/",
                "https://127.0.0.1/",
                "http://localhost/",
                "https://[::1]/"
            })
    void refusesWhatIsNoPublicHttpsAddress(String address) {
        HardenedWebClient strict = new HardenedWebClient(new WebSettings("0.1.0", "", false), CLOCK);
        try (strict) {
            assertThat(strict.refusal(URI.create(address))).isPresent();
            assertThat(failure(post(strict, URI.create(address))).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.215.14, true",
        "10.1.2.3, false",
        "127.0.0.1, false",
        "::1, false",
        "2606:2800:21f:cb07::1, true"
    })
    void aNameIsRefusedByWhereItLeads(String leadsTo, boolean allowed) {
        try (HardenedWebClient strict = withResolver(_ -> InetAddress.getAllByName(leadsTo))) {
            assertThat(strict.refusal(URI.create("https://hooks.example/")).isEmpty())
                    .isEqualTo(allowed);
        }
    }

    @Test
    void aNameThatChangesItsMindIsCheckedAtEachPost() {
        AtomicInteger asked = new AtomicInteger();
        Resolving rebinding =
                host -> InetAddress.getAllByName(asked.getAndIncrement() == 0 ? "93.184.215.14" : "169.254.169.254");
        try (HardenedWebClient strict = withResolver(rebinding)) {
            URI address = URI.create("https://hooks.example/");

            assertThat(strict.refusal(address)).isEmpty();
            assertThat(failure(post(strict, address)).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void aNameThatDoesNotResolveIsRefused() {
        Resolving knowsNothing = host -> {
            throw new UnknownHostException(host);
        };
        try (HardenedWebClient strict = withResolver(knowsNothing)) {
            assertThat(strict.refusal(URI.create("https://nowhere.example/")))
                    .contains("the name nowhere.example does not resolve");
        }
    }

    private static HardenedWebClient withResolver(Resolving resolving) {
        DnsResolver resolver = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return resolving.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
            }
        };
        return new HardenedWebClient(new WebSettings("0.1.0", "", false), CLOCK, resolver);
    }

    @FunctionalInterface
    private interface Resolving {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static WebResult post(HardenedWebClient client, URI address) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "webhook-id", "msg_1");
        byte[] body = "{\"a\": \"\u00e9\"}".getBytes(UTF_8);
        return client.post(new WebPost(address, headers, body, MAX_BYTES, Duration.ofSeconds(5)));
    }

    private static WebResponse answer(WebResult result) {
        assertThat(result).isInstanceOf(WebResponse.class);
        return (WebResponse) result;
    }

    private static WebFailure failure(WebResult result) {
        assertThat(result).isInstanceOf(WebFailure.class);
        return (WebFailure) result;
    }
}
