package io.lumia.platform.web;

import io.lumia.platform.web.WebFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request with its redirects, on a thread of its own, until it is done or {@link #abort aborted}. */
final class Exchange implements Callable<WebResult> {

    private static final int MAX_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What says how a message is framed, or who we are, is not an adapter's to say. */
    private static final Set<String> OUR_HEADERS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "accept-encoding",
            "cookie",
            "proxy-authorization");

    private final CloseableHttpClient client;
    private final WebSettings settings;
    private final Clock clock;
    private final WebRequest request;

    /** Null for a GET. */
    private final byte @Nullable [] posted;

    private final AtomicLong received = new AtomicLong();
    private final AtomicReference<@Nullable HttpUriRequestBase> current = new AtomicReference<>();
    private volatile boolean aborted;

    Exchange(CloseableHttpClient client, WebSettings settings, Clock clock, WebRequest request) {
        this(client, settings, clock, request, null);
    }

    Exchange(CloseableHttpClient client, WebSettings settings, Clock clock, WebPost post) {
        this(client, settings, clock, asRequest(post), post.body());
    }

    private Exchange(
            CloseableHttpClient client,
            WebSettings settings,
            Clock clock,
            WebRequest request,
            byte @Nullable [] posted) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.request = request;
        this.posted = posted;
    }

    private static WebRequest asRequest(WebPost post) {
        Set<String> itsHost = Set.of(host(post.address()));
        return new WebRequest(post.address(), post.headers(), itsHost, post.maxBytes(), post.timeout());
    }

    /** Closes the connection, wherever the exchange stands. */
    void abort() {
        aborted = true;
        HttpUriRequestBase running = current.get();
        if (running != null) {
            running.cancel();
        }
    }

    WebFailure failure(Kind kind, String detail) {
        return new WebFailure(kind, detail, received.get());
    }

    @Override
    public WebResult call() {
        try {
            return follow();
        } catch (IOException e) {
            return failure(kind(e), described(e));
        }
    }

    private WebResult follow() throws IOException {
        URI address = request.address();
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            String refused = refusal(address);
            if (refused != null) {
                return failure(Kind.FORBIDDEN_ADDRESS, refused);
            }
            WebResponse response = sendOverALivingConnection(address);
            String location = response.headers().get("location");
            if (posted != null || !REDIRECTS.contains(response.status()) || location == null) {
                return response;
            }
            URI next = next(address, location);
            if (next == null || !samePlace(address, next)) {
                return failure(
                        Kind.FORBIDDEN_ADDRESS,
                        "redirected with %d to another place: %s".formatted(response.status(), shown(next, location)));
            }
            address = next;
        }
        return failure(Kind.FORBIDDEN_ADDRESS, "redirected more than %d times".formatted(MAX_REDIRECTS));
    }

    private @Nullable String refusal(URI address) {
        String host = host(address);
        return request.allowedHosts().contains(host) || host.isEmpty()
                ? refusal(address, settings)
                : "host %s is none of %s".formatted(host, request.allowedHosts());
    }

    /** Null where the address may be asked, as far as one can tell before its name is resolved. */
    static @Nullable String refusal(URI address, WebSettings settings) {
        String host = host(address);
        String scheme = scheme(address);
        if (host.isEmpty() || address.getRawUserInfo() != null) {
            return "an address needs a host and no user";
        }
        boolean stub = settings.allowLoopback() && Addresses.isLoopbackName(host);
        if (!scheme.equals("https") && !(scheme.equals("http") && stub)) {
            return "scheme of host %s is '%s'; allowed: https".formatted(host, scheme);
        }
        return null;
    }

    private static @Nullable URI next(URI address, String location) {
        try {
            return address.resolve(location.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean samePlace(URI one, URI other) {
        return scheme(one).equals(scheme(other)) && host(one).equals(host(other)) && port(one) == port(other);
    }

    private static String shown(@Nullable URI address, String location) {
        return address == null || address.getHost() == null
                ? location.substring(0, Math.min(location.length(), 80))
                : scheme(address) + "://" + address.getHost();
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : scheme(address).equals("https") ? 443 : 80;
    }

    /** A connection that was kept may have been closed at the other end meanwhile: the request never got there. */
    private WebResponse sendOverALivingConnection(URI address) throws IOException {
        try {
            return send(address);
        } catch (NoHttpResponseException _) {
            return send(address);
        }
    }

    private WebResponse send(URI address) throws IOException {
        HttpUriRequestBase sent = message(address);
        Timeout timeout = Timeout.of(request.timeout());
        sent.setConfig(RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build());
        sent.setHeader("User-Agent", settings.userAgent());
        sent.setHeader("Accept-Encoding", posted == null ? "gzip" : "identity");
        request.headers().forEach((name, value) -> {
            if (!OUR_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                sent.setHeader(name, value);
            }
        });
        current.set(sent);
        if (aborted) {
            throw new SocketTimeoutException("aborted");
        }
        HttpHost target = new HttpHost(scheme(address), host(address), port(address));
        return receive(sent, client.executeOpen(target, sent, null));
    }

    private HttpUriRequestBase message(URI address) {
        if (posted == null) {
            return new HttpGet(address);
        }
        HttpPost post = new HttpPost(address);
        post.setEntity(new ByteArrayEntity(posted, null));
        return post;
    }

    private WebResponse receive(HttpUriRequestBase sent, ClassicHttpResponse response) throws IOException {
        boolean complete = false;
        try {
            byte[] body = posted == null ? body(response) : beginning(response);
            // What is beyond the beginning of an answer to a POST is never read.
            complete = posted == null;
            return new WebResponse(response.getCode(), headers(response), body, clock.instant());
        } finally {
            if (complete) {
                response.close();
            } else {
                // Closing would first read the rest, which may be endless.
                sent.cancel();
            }
        }
    }

    private byte[] beginning(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(request.maxBytes());
        received.addAndGet(bytes.length);
        return bytes;
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > request.maxBytes()) {
            throw new Body.TooLarge(
                    "%d bytes announced; allowed: %d".formatted(entity.getContentLength(), request.maxBytes()));
        }
        String encoding = entity.getContentEncoding() == null ? "" : entity.getContentEncoding();
        boolean isEmpty = entity.getContentLength() == 0;
        return Body.read(entity.getContent(), isEmpty ? "" : encoding, request.maxBytes(), received);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private Kind kind(IOException failure) {
        if (aborted) {
            return Kind.TIMED_OUT;
        }
        Throwable cause = failure.getCause() instanceof HttpException http ? http : failure;
        return switch (cause) {
            case ForbiddenAddress _ -> Kind.FORBIDDEN_ADDRESS;
            case UnknownHostException _ -> Kind.NAME_UNKNOWN;
            case SocketTimeoutException _ -> Kind.TIMED_OUT;
            case ConnectException _, NoRouteToHostException _ -> Kind.CONNECTION_REFUSED;
            case Body.TooLarge _ -> Kind.TOO_LARGE;
            case SSLException _ -> received.get() == 0 ? Kind.TLS_FAILED : Kind.CUT_OFF;
            case EOFException _ -> Kind.CUT_OFF;
            case ZipException _, MalformedChunkCodingException _, MessageConstraintException _, HttpException _ ->
                Kind.MALFORMED;
            default -> Kind.CUT_OFF;
        };
    }

    private static String described(IOException failure) {
        Throwable cause = failure.getCause() instanceof HttpException http ? http : failure;
        String message = cause instanceof ParseException ? "no HTTP" : String.valueOf(cause.getMessage());
        String line =
                "%s: %s".formatted(cause.getClass().getSimpleName(), message).replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300);
    }
}
