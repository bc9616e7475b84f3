package io.lumia.functions.load;

import io.lumia.market.Dataset;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import java.util.EnumMap;
import java.util.Map;

/** A provider whose answers of a dataset say what the test wants. */
final class FakeProvider implements MarketDataProvider {

    static final String NAME = "fake";

    private final Map<Dataset, ParsedAnswer> answers = new EnumMap<>(Dataset.class);

    void answer(Dataset dataset, ParsedAnswer rows) {
        answers.put(dataset, rows);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderCatalog catalog(String location) {
        throw new UnsupportedOperationException("nothing is planned here");
    }

    @Override
    public ProviderAnswer fetch(ProviderRequest request) {
        return new ProviderAnswer.Unreachable("nothing is fetched here");
    }

    @Override
    public ParsedAnswer read(RawAnswer answer) {
        return answers.getOrDefault(answer.dataset(), ParsedAnswer.builder().build());
    }
}
