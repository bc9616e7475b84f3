package io.lumia.signals.wiring;

import io.lumia.kernel.Symbol;
import io.lumia.market.AssetCatalog;
import io.lumia.market.PriceHistory;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.FactsSignalsAsOf;
import io.lumia.signals.SignalsAsOf;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Makes the domain's objects from the ports and the configuration. */
@Factory
@Requires(beans = {AssetCatalog.class, PriceHistory.class})
final class SignalsFactory {

    /** @param symbol {@code lumia.signals.benchmark}, what beta is measured against */
    @Singleton
    BenchmarkAsset benchmark(AssetCatalog catalog, @Value("${lumia.signals.benchmark:SPY}") String symbol) {
        return new BenchmarkAsset(catalog, Symbol.parse(symbol));
    }

    @Singleton
    SignalsAsOf signalsAsOf(PriceHistory prices, BenchmarkAsset benchmark) {
        return new FactsSignalsAsOf(prices, benchmark);
    }
}
