package io.lumia.platform.web;

import io.lumia.platform.web.WebFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
public final class HardenedWebClient implements WebClient, WebPoster, AutoCloseable {

    static final int MAX_HEADERS = 100;
    static final int MAX_HEADER_CHARACTERS = 16 << 10;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CONNECTION_LIFE = Duration.ofSeconds(60);
    private static final int MAX_CONNECTIONS = 32;
    private static final int MAX_CONNECTIONS_PER_HOST = 8;

    private final WebSettings settings;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final DnsResolver resolver;

    /** A thread each, so that a name server or a handshake that hangs cannot hold the caller beyond its deadline. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public HardenedWebClient(WebSettings settings, Clock clock) {
        this(settings, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    HardenedWebClient(WebSettings settings, Clock clock, DnsResolver resolver) {
        this.settings = settings;
        this.clock = clock;
        this.resolver = new CheckedResolver(resolver, settings.allowLoopback());
        this.client = HttpClients.custom()
                .setConnectionManager(connections(this.resolver))
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
        return run(new Exchange(client, settings, clock, request), request.timeout());
    }

    @Override
    public WebResult post(WebPost post) {
        return run(new Exchange(client, settings, clock, post), post.timeout());
    }

    @Override
    public Optional<String> refusal(URI address) {
        String refused = Exchange.refusal(address, settings);
        if (refused != null) {
            return Optional.of(refused);
        }
        Future<Optional<String>> resolving = threads.submit(() -> unreachable(address.getHost()));
        try {
            return resolving.get(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while its name was resolved");
        } catch (TimeoutException | ExecutionException _) {
            resolving.cancel(true);
            return Optional.of("the name %s could not be resolved".formatted(address.getHost()));
        }
    }

    private Optional<String> unreachable(String host) {
        try {
            return resolver.resolve(host).length > 0
                    ? Optional.empty()
                    : Optional.of("the name %s has no address".formatted(host));
        } catch (ForbiddenAddress e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (UnknownHostException _) {
            return Optional.of("the name %s does not resolve".formatted(host));
        }
    }

    private WebResult run(Exchange exchange, Duration timeout) {
        Future<WebResult> running = threads.submit(exchange);
        try {
            return running.get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException _) {
            exchange.abort();
            running.cancel(true);
            return exchange.failure(Kind.TIMED_OUT, "not complete within %d ms".formatted(timeout.toMillis()));
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
