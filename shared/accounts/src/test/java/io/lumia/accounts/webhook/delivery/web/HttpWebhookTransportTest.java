package io.lumia.accounts.webhook.delivery.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.delivery.Sent;
import io.lumia.platform.web.HardenedWebClient;
import io.lumia.platform.web.WebSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpWebhookTransportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "webhook-id", "msg_1", "webhook-signature", "v1,abc v1,def");

    private final HardenedWebClient web = new HardenedWebClient(new WebSettings("0.1.0", "", true), CLOCK);
    private final HardenedWebClient strictWeb = new HardenedWebClient(new WebSettings("0.1.0", "", false), CLOCK);
    private final HttpWebhookTransport transport = new HttpWebhookTransport(web);
    private final List<String> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        web.close();
        strictWeb.close();
    }

    @Test
    void sendsBodyAndHeadersAsTheyAre() throws IOException {
        try (Server server = new Server(exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            received.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
        })) {
            Sent sent = transport.send(server.url("/hook?x=1"), HEADERS, "{\"a\":\"\u00e9\"}".getBytes(UTF_8));

            assertThat(sent).isEqualTo(new Sent.Answered(204, Duration.ZERO));
            assertThat(received).containsExactly("POST /hook?x=1", "v1,abc v1,def", "{\"a\":\"\u00e9\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"503, 120, 120", "429, ' 7 ', 7", "503, 'Wed, 21 Oct 2026 07:28:00 GMT', 0", "429, -5, 0", "500, 1e9, 0"
    })
    void readsHowLongToWait(int status, String header, long seconds) throws IOException {
        try (Server server = new Server(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(status, -1);
        })) {
            assertThat(transport.send(server.url("/"), HEADERS, new byte[0]))
                    .isEqualTo(new Sent.Answered(status, Duration.ofSeconds(seconds)));
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (Server server = new Server(exchange -> {
            received.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/metadata");
            exchange.sendResponseHeaders(302, -1);
        })) {
            assertThat(transport.send(server.url("/"), HEADERS, new byte[0]))
                    .isEqualTo(new Sent.Answered(302, Duration.ZERO));
            assertThat(received).containsExactly("/");
        }
    }

    @Test
    void doesNotReadALongAnswerToItsEnd() throws IOException {
        try (Server server = new Server(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] chunk = new byte[1 << 16];
                for (int i = 0; i < 10_000; i++) {
                    out.write(chunk);
                }
            }
        })) {
            assertThat(transport.send(server.url("/"), HEADERS, new byte[0]))
                    .isEqualTo(new Sent.Answered(200, Duration.ZERO));
        }
    }

    @Test
    void goesToNoPrivateAddressAndDoesNotTellWhereANameLeads() throws IOException {
        HttpWebhookTransport strict = new HttpWebhookTransport(strictWeb);
        try (Server server = new Server(exchange -> {
            received.add("reached");
            exchange.sendResponseHeaders(200, -1);
        })) {
            Sent sent = strict.send(server.url("/"), HEADERS, new byte[0]);

            assertThat(received).isEmpty();
            assertThat(sent).isInstanceOfSatisfying(Sent.Unanswered.class, unanswered -> {
                assertThat(unanswered.kind()).isEqualTo("forbidden_address");
                assertThat(unanswered.detail()).doesNotContain("127.0.0.1");
            });
            assertThat(strict.refusal(server.url("/"))).isPresent();
            assertThat(strict.refusal(EndpointUrl.parse("https://169.254.169.254/")))
                    .isPresent();
            assertThat(transport.refusal(server.url("/"))).isEmpty();
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        EndpointUrl url;
        try (Server server = new Server(_ -> {})) {
            url = server.url("/");
        }

        assertThat(transport.send(url, HEADERS, new byte[0]))
                .isInstanceOfSatisfying(Sent.Unanswered.class, unanswered -> assertThat(unanswered.kind())
                        .isEqualTo("connection_refused"));
    }

    /** A receiver on this machine. */
    private static final class Server implements AutoCloseable {

        private final HttpServer server;

        Server(HttpHandler handler) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> handle(exchange, handler));
            server.start();
        }

        private static void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
            try (exchange) {
                handler.handle(exchange);
            }
        }

        EndpointUrl url(String path) {
            return EndpointUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + path);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
