package io.lumia.functions.collect;

import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Answers what a test tells it to. */
final class FakeProvider implements MarketDataProvider {

    static final Source SOURCE = new Source(
            "fake", "demo", Instant.parse("2015-01-31T23:59:59Z"), PriceBasis.RAW, "USD", "CC0-1.0", "a test");

    final List<ProviderRequest> requests = new ArrayList<>();
    private final String name;
    private ProviderAnswer answer = fetched("line,symbol\n2,IBM\n");

    FakeProvider(String name) {
        this.name = name;
    }

    static Fetched fetched(String content) {
        return new Fetched(new RawAnswer(
                Dataset.BARS, SOURCE, "text/csv; charset=utf-8", content.getBytes(StandardCharsets.UTF_8)));
    }

    void answers(ProviderAnswer next) {
        answer = next;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProviderCatalog catalog(String location) {
        throw new UnsupportedOperationException("the collector asks for no catalog");
    }

    @Override
    public ProviderAnswer fetch(ProviderRequest request) {
        requests.add(request);
        return answer;
    }

    @Override
    public ParsedAnswer read(RawAnswer raw) {
        throw new UnsupportedOperationException("the collector does not read");
    }
}
