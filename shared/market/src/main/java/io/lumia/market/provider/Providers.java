package io.lumia.market.provider;

import io.lumia.kernel.AppException;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.WebProvider;
import io.lumia.market.provider.web.WebProviders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All providers by name: those that are their own, such as the bundle, and one for each web adapter. */
@Singleton
public final class Providers {

    private final Map<String, MarketDataProvider> byName = new TreeMap<>();

    @Inject
    public Providers(Collection<MarketDataProvider> own, WebProviders web) {
        this(joined(own, web.all()));
    }

    private Providers(Collection<? extends MarketDataProvider> all) {
        for (MarketDataProvider provider : all) {
            if (byName.put(provider.name(), provider) != null) {
                throw AppException.invalid("provider name", provider.name(), "names that no other provider has");
            }
        }
    }

    /** Without the framework, for tests and tools. */
    public static Providers of(Collection<? extends MarketDataProvider> all) {
        return new Providers(all);
    }

    private static List<MarketDataProvider> joined(Collection<MarketDataProvider> own, Collection<WebProvider> web) {
        List<MarketDataProvider> all = new ArrayList<>(own);
        all.addAll(web);
        return all;
    }

    /** @param field what names it, for the message: {@code provider of job daily-prices} */
    public MarketDataProvider get(String field, String name) {
        return find(name).orElseThrow(() -> AppException.invalid(field, name, String.join(", ", names())));
    }

    public Optional<MarketDataProvider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In alphabetical order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** What web providers declare about themselves, in alphabetical order. */
    public List<Capabilities> capabilities() {
        return byName.values().stream()
                .filter(WebProvider.class::isInstance)
                .map(provider -> ((WebProvider) provider).capabilities())
                .toList();
    }

    /** What a web provider declares about itself; empty for others. */
    public Optional<Capabilities> capabilities(String name) {
        return find(name).filter(WebProvider.class::isInstance).map(provider -> ((WebProvider) provider)
                .capabilities());
    }
}
