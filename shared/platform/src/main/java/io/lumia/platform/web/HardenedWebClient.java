package io.lumia.platform.web;

import io.lumia.platform.web.WebFailure.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * {@link WebClient} for servers that nobody vouches for: https to allow-listed hosts at public addresses, a deadline that no
 * dripping server outlasts, bounds on bytes and headers. Keeps no cookies, uses no proxy and no credentials, and decompresses
 * by itself, with a bound.
 */
public final class HardenedWebClient implements WebClient, AutoCloseable {

    static final int MAX_HEADERS = 100;
    static final int MAX_HEADER_CHARACTERS = 16 << 10;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CONNECTION_LIFE = Duration.ofSeconds(60);
    private static final int MAX_CONNECTIONS = 32;
    private static final int MAX_CONNECTIONS_PER_HOST = 8;

    private final WebSettings settings;
    private final Clock clock;
    private final CloseableHttpClient client;

    /** A thread each, so that a name server or a handshake that hangs cannot hold the caller beyond its deadline. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public HardenedWebClient(WebSettings settings, Clock clock) {
        this(settings, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    HardenedWebClient(WebSettings settings, Clock clock, DnsResolver resolver) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(new CheckedResolver(resolver, settings.allowLoopback())))
                .setUserAgent(settings.userAgent())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(DnsResolver resolver) {
        Http1Config bounds = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_HEADER_CHARACTERS)
                .build();
        ConnectionConfig life = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                .setTimeToLive(TimeValue.of(CONNECTION_LIFE))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        // The client's own one skips lines that are no HTTP until it finds some.
                        .responseParserFactory(new DefaultHttpResponseParserFactory(bounds))
                        .build())
                .setDefaultConnectionConfig(life)
                .setDnsResolver(resolver)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS_PER_HOST)
                .build();
    }

    @Override
    public WebResult get(WebRequest request) {
        Exchange exchange = new Exchange(client, settings, clock, request);
        Future<WebResult> running = threads.submit(exchange);
        try {
            return running.get(Math.max(0, request.timeout().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException _) {
            exchange.abort();
            running.cancel(true);
            return exchange.failure(
                    Kind.TIMED_OUT,
                    "not complete within %d ms".formatted(request.timeout().toMillis()));
        } catch (InterruptedException _) {
            exchange.abort();
            running.cancel(true);
            Thread.currentThread().interrupt();
            return exchange.failure(Kind.CUT_OFF, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return exchange.failure(Kind.MALFORMED, "what came could not be taken: " + e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
