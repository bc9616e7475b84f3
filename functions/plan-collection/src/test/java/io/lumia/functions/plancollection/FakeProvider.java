package io.lumia.functions.plancollection;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Offers bars and descriptions of two symbols everywhere but at the location {@code nowhere}. */
final class FakeProvider implements MarketDataProvider {

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public ProviderCatalog catalog(String location) {
        if (location.equals("nowhere")) {
            throw new AppException(ErrorCode.NOT_FOUND, "nothing is at nowhere");
        }
        Source source = new Source(
                "fake", "two", Instant.parse("2020-12-31T23:59:59Z"), PriceBasis.RAW, "USD", "none", "a test");
        List<String> symbols = List.of("IBM", "SPY");
        return new ProviderCatalog(source, Map.of(Dataset.ASSETS, symbols, Dataset.BARS, symbols), List.of());
    }

    @Override
    public ProviderAnswer fetch(ProviderRequest request) {
        throw new UnsupportedOperationException("the planner does not fetch");
    }

    @Override
    public ParsedAnswer read(RawAnswer answer) {
        throw new UnsupportedOperationException("the planner does not read");
    }
}
