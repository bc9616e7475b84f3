package io.lumia.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.platform.web.RawServer.Behaviour;
import io.lumia.platform.web.WebFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that misbehaves in every way that providers' servers do, and in some that only attackers' do. */
class HardenedWebClientTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int MAX_BYTES = 100_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final WebSettings LOOPBACK = new WebSettings("0.1.0", "ops@example.org", true);

    private final HardenedWebClient client = new HardenedWebClient(LOOPBACK, CLOCK);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsAnAnswerAndSaysWhoAsks() {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/csv; charset=ISO-8859-1\r\n"
                + "Content-Length: 4\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nZ\u00fcri")) {
            WebResponse response = answer(get(server));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("Züri");
            assertThat(response.mediaType()).isEqualTo("text/csv");
            assertThat(response.header("Set-Cookie")).contains("a=1, b=2");
            assertThat(response.receivedAt()).isEqualTo(NOW);
            assertThat(server.heads.getFirst())
                    .startsWith("GET /x?q=1 HTTP/1.1")
                    .contains("User-Agent: Lumia/0.1.0 (+ops@example.org)")
                    .contains("Accept-Encoding: gzip");
        }
    }

    @Test
    void keepsNoCookies() {
        try (RawServer server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nSet-Cookie: a=1; Path=/\r\n\r\n")) {
            get(server);
            get(server);

            assertThat(server.heads).hasSize(2).noneMatch(head -> head.contains("Cookie"));
        }
    }

    @Test
    void anAdapterMayNotSayHowAMessageIsFramed() {
        try (RawServer server = RawServer.saying("HTTP/1.1 204 No Content\r\n\r\n")) {
            Map<String, String> headers = Map.of(
                    "Host", "evil.example", "Transfer-Encoding", "chunked", "X-Api-Key", "k", "X-Split", "a\r\nB: c");
            client.get(new WebRequest(server.address("/"), headers, Set.of("127.0.0.1"), MAX_BYTES, TIMEOUT));

            assertThat(server.heads.getFirst())
                    .contains("Host: 127.0.0.1")
                    .contains("X-Api-Key: k")
                    .doesNotContain("evil.example")
                    .doesNotContain("chunked")
                    .doesNotContain("\r\nB: c");
        }
    }

    @ParameterizedTest
    @CsvSource({"429,Retry-After: 7", "503,Retry-After: 7", "500,X: y", "404,X: y", "304,ETag: \"a\""})
    void aRefusalIsAnAnswer(int status, String header) {
        try (RawServer server =
                RawServer.saying("HTTP/1.1 %d Some\r\n%s\r\nContent-Length: 0\r\n\r\n".formatted(status, header))) {
            WebResponse response = answer(get(server));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.header(header.split(":")[0])).contains(header.split(": ")[1]);
        }
    }

    @Test
    void aServerThatHangsIsLeftAtTheDeadline() {
        assertTimesOut((_, _) -> Thread.sleep(20_000));
    }

    @Test
    void aServerThatDripsABodyIsLeftAtTheDeadline() {
        assertTimesOut((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
            drip(out);
        });
    }

    @Test
    void aServerThatDripsItsHeadIsLeftAtTheDeadline() {
        assertTimesOut((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nX: ");
            drip(out);
        });
    }

    @Test
    void aNameServerThatHangsIsLeftAtTheDeadline() {
        DnsResolver hanging = resolver(() -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return InetAddress.getLoopbackAddress();
        });
        long before = System.nanoTime();

        assertThat(failure(ask(hanging, "https://slow.example/")).kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    private void assertTimesOut(Behaviour behaviour) {
        try (RawServer server = new RawServer(behaviour)) {
            long before = System.nanoTime();
            WebResult result = client.get(new WebRequest(
                    server.address("/"), Map.of(), Set.of("127.0.0.1"), MAX_BYTES, Duration.ofMillis(700)));

            assertThat(failure(result).kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(650), Duration.ofSeconds(3));
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            write(out, "x");
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nonly this",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nonly this",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                ""
            })
    void aCutOffAnswerIsNone(String answer) {
        try (RawServer server = RawServer.saying(answer)) {
            assertThat(failure(get(server)).kind()).isIn(Kind.CUT_OFF, Kind.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example ESMTP\r\n",
                "<html>hello</html>\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nfour\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nfour",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\nno gzip but 20 bytes"
            })
    void whatIsNoHttpIsNoAnswer(String answer) {
        try (RawServer server = RawServer.saying(answer)) {
            assertThat(failure(get(server)).kind()).isIn(Kind.MALFORMED, Kind.CUT_OFF);
        }
    }

    @Test
    void decompressesGzipAndDeflate() throws IOException {
        byte[] text = "the same text ".repeat(500).getBytes(UTF_8);
        for (Map.Entry<String, byte[]> coded :
                Map.of("gzip", gzip(text), "deflate", deflate(text)).entrySet()) {
            try (RawServer server = new RawServer((_, out) -> writeCoded(out, coded.getKey(), coded.getValue()))) {
                assertThat(answer(get(server)).body()).isEqualTo(text);
            }
        }
    }

    @Test
    void truncatedGzipIsCutOff() throws IOException {
        byte[] whole = gzip("the same text ".repeat(500).getBytes(UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length - 4);
        try (RawServer server = new RawServer((_, out) -> writeCoded(out, "gzip", half))) {
            assertThat(failure(get(server)).kind()).isEqualTo(Kind.CUT_OFF);
        }
    }

    @Test
    void gzipWithAWrongChecksumIsMalformed() throws IOException {
        byte[] broken = gzip("the same text ".repeat(500).getBytes(UTF_8));
        broken[broken.length - 6] ^= 1;
        try (RawServer server = new RawServer((_, out) -> writeCoded(out, "gzip", broken))) {
            assertThat(failure(get(server)).kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void aGzipBombIsTooLarge() throws IOException {
        byte[] bomb = gzip(new byte[50 << 20]);
        assertThat(bomb.length).isLessThan(MAX_BYTES);
        try (RawServer server = new RawServer((_, out) -> writeCoded(out, "gzip", bomb))) {
            WebFailure failure = failure(get(server));

            assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(failure.bytes()).isLessThan(MAX_BYTES);
        }
    }

    @Test
    void anAnnouncedGigabyteIsNotEvenBegun() {
        try (RawServer server = new RawServer((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
            stream(out, 1 << 30);
        })) {
            WebFailure failure = failure(get(server));

            assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(failure.bytes()).isZero();
        }
    }

    @Test
    void aGigabyteWithoutALengthStopsAtTheBound() {
        try (RawServer server = new RawServer((_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            stream(out, 1 << 30);
        })) {
            WebFailure failure = failure(get(server));

            assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(failure.bytes()).isLessThan(MAX_BYTES + 64_000L);
        }
    }

    @Test
    void takesAsManyBytesAsAllowedAndNotOneMore() {
        String exact = "x".repeat(MAX_BYTES);
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + exact)) {
            assertThat(answer(get(server)).body()).hasSize(MAX_BYTES);
        }
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + exact + "y")) {
            assertThat(failure(get(server)).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void aFloodOfHeadersIsMalformed() {
        try (RawServer many = RawServer.saying("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(5_000) + "\r\n");
                RawServer wide = RawServer.saying("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n")) {
            assertThat(failure(get(many)).kind()).isEqualTo(Kind.MALFORMED);
            assertThat(failure(get(wide)).kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void followsRedirectsOnTheSameHostAtMostThreeTimes() {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = new RawServer((head, out) -> write(
                out,
                asked.incrementAndGet() <= 3 || head.contains("/for-ever")
                        ? "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n"
                                .formatted(head.contains("/for-ever") ? "/for-ever" : "/x2")
                        : "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere"))) {
            assertThat(answer(get(server)).text()).isEqualTo("here");
            assertThat(asked).hasValue(4);

            WebFailure failure = failure(get(server.address("/for-ever")));
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(failure.detail()).contains("more than 3 times");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example/",
                "https://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "//10.0.0.1/",
                "file:///etc/passwd",
                "http://127.0.0.1:1/",
                "http://user@127.0.0.1/",
                "::not an address"
            })
    void followsNoRedirectToAnotherPlace(String location) {
        try (RawServer server = RawServer.saying(
                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n".formatted(location))) {
            assertThat(failure(get(server)).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(server.heads).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1",
                "fec0::1"
            })
    void asksNoAddressThatIsNotPublic(String address) throws UnknownHostException {
        InetAddress resolved = InetAddress.getByName(address);

        assertThat(Addresses.isPublic(resolved)).isFalse();
        WebFailure failure = failure(ask(resolver(() -> resolved), "https://provider.example/"));
        assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(failure.detail()).contains("no public address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808"
            })
    void asksPublicOnes(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    /** The name is resolved once: what a second look would say does not matter. */
    @Test
    void asksTheAddressThatWasChecked() throws UnknownHostException {
        AtomicInteger looks = new AtomicInteger();
        InetAddress unroutable = InetAddress.getByName("10.0.0.1");
        DnsResolver rebinding = resolver(() -> {
            looks.incrementAndGet();
            return unroutable;
        });

        ask(rebinding, "https://provider.example/");

        assertThat(looks).hasValue(1);
    }

    @Test
    void anotherNameThatLeadsToThisMachineIsRefusedEvenWithAStubAllowed() {
        DnsResolver here = resolver(InetAddress::getLoopbackAddress);
        try (HardenedWebClient lured = new HardenedWebClient(LOOPBACK, CLOCK, here)) {
            WebResult result = lured.get(new WebRequest(
                    URI.create("https://provider.example/"), Map.of(), Set.of("provider.example"), MAX_BYTES, TIMEOUT));

            assertThat(failure(result).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void asksNoStubUnlessTheOperatorSaysSo() {
        WebSettings strict = new WebSettings("0.1.0", "", false);
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                HardenedWebClient careful = new HardenedWebClient(strict, CLOCK)) {
            URI https = URI.create(server.address("/").toString().replace("http:", "https:"));
            for (URI address : new URI[] {server.address("/"), https}) {
                WebResult result =
                        careful.get(new WebRequest(address, Map.of(), Set.of("127.0.0.1"), MAX_BYTES, TIMEOUT));
                assertThat(failure(result).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            }
            assertThat(server.heads).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://provider.example/",
                "ftp://provider.example/",
                "https://elsewhere.example/",
                "https:///path",
                "https://user:secret@provider.example/",
                "mailto:x@provider.example"
            })
    void asksNobodyElse(String address) {
        WebFailure failure = failure(ask(SystemDefaultDnsResolver.INSTANCE, address));

        assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(failure.detail()).doesNotContain("secret");
    }

    @Test
    void tellsUnknownNamesRefusedConnectionsAndBrokenTlsApart() throws IOException {
        DnsResolver nobody = resolver(() -> {
            throw new UnknownHostException("provider.example");
        });
        assertThat(failure(ask(nobody, "https://provider.example/")).kind()).isEqualTo(Kind.NAME_UNKNOWN);

        URI nowhere;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/");
        }
        assertThat(failure(get(nowhere)).kind()).isEqualTo(Kind.CONNECTION_REFUSED);

        try (RawServer plain = RawServer.saying("HTTP/1.1 200 OK\r\n\r\n")) {
            URI https = URI.create(plain.address("/").toString().replace("http:", "https:"));
            assertThat(failure(get(https)).kind()).isIn(Kind.TLS_FAILED, Kind.TIMED_OUT);
        }
    }

    private WebResult get(RawServer server) {
        return get(server.address("/x?q=1"));
    }

    private WebResult get(URI address) {
        return client.get(new WebRequest(address, Map.of(), Set.of("127.0.0.1"), MAX_BYTES, TIMEOUT));
    }

    private static WebResult ask(DnsResolver resolver, String address) {
        try (HardenedWebClient client = new HardenedWebClient(new WebSettings("0.1.0", "", false), CLOCK, resolver)) {
            return client.get(new WebRequest(
                    URI.create(address),
                    Map.of(),
                    Set.of("provider.example", "slow.example"),
                    MAX_BYTES,
                    Duration.ofSeconds(2)));
        }
    }

    @FunctionalInterface
    private interface Lookup {
        InetAddress address() throws UnknownHostException;
    }

    private static DnsResolver resolver(Lookup lookup) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {lookup.address()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static WebResponse answer(WebResult result) {
        assertThat(result).isInstanceOf(WebResponse.class);
        return (WebResponse) result;
    }

    private static WebFailure failure(WebResult result) {
        assertThat(result).isInstanceOf(WebFailure.class);
        return (WebFailure) result;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static void writeCoded(OutputStream out, String coding, byte[] body) throws IOException {
        write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n".formatted(coding, body.length));
        out.write(body);
    }

    private static void stream(OutputStream out, long bytes) throws IOException {
        byte[] chunk = new byte[1 << 16];
        for (long sent = 0; sent < bytes; sent += chunk.length) {
            out.write(chunk);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
