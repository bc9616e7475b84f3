package io.lumia.platform.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.hc.client5.http.DnsResolver;

/** The real client, unless the program or test brings its own. A function that asks nobody comes without its library. */
@Factory
@Requires(classes = DnsResolver.class)
final class WebFactory {

    private static final String VERSION = "0.1.0";

    @Singleton
    WebSettings webSettings(
            @Value("${lumia.providers.contact:}") String contact,
            @Value("${lumia.providers.allow-loopback:false}") boolean allowLoopback) {
        return new WebSettings(VERSION, contact, allowLoopback);
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(missingBeans = WebClient.class)
    HardenedWebClient webClient(WebSettings settings, Clock clock) {
        return new HardenedWebClient(settings, clock);
    }
}
