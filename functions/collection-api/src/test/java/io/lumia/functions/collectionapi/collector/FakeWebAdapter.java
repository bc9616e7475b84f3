package io.lumia.functions.collectionapi.collector;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Declares itself, and can do nothing. */
public final class FakeWebAdapter implements WebAdapter {

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "test_exchange",
                "Test Exchange",
                "https://test.example.org",
                Set.of("test.example.org"),
                KeyNeed.REQUIRED,
                Quota.parse("2/1s,25/1d"),
                List.of(
                        Capability.of(
                                        Dataset.BARS,
                                        Set.of(AssetType.ETF, AssetType.STOCK),
                                        List.of("open", "high", "low", "close", "volume"))
                                .from(LocalDate.parse("1998-01-02"))
                                .bringingActions(),
                        Capability.of(Dataset.ASSETS, Set.of(AssetType.STOCK), List.of("name"))
                                .reaching(Period.ofYears(2))),
                PriceBasis.RAW,
                "USD",
                "Personal use.",
                "Proprietary",
                "Test Exchange",
                null);
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of();
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of();
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return List.of();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        throw new UnsupportedOperationException("nothing is read here");
    }
}
