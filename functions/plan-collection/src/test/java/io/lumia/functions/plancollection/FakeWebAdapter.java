package io.lumia.functions.plancollection;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.LocationRule;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declares stocks with bars, descriptions and articles, the last of whatever feed a location names; the planner neither asks
 * nor reads.
 */
record FakeWebAdapter(String name) implements WebAdapter {

    @Override
    public Capabilities capabilities() {
        Set<AssetType> stocks = Set.of(AssetType.STOCK);
        return new Capabilities(
                        name,
                        "Stub " + name,
                        "https://example.net",
                        Set.of("example.net"),
                        KeyNeed.NONE,
                        List.of(),
                        List.of(
                                Capability.of(Dataset.ASSETS, stocks, List.of("name")),
                                Capability.of(Dataset.BARS, stocks, List.of("close"))
                                        .bringingActions(),
                                Capability.of(Dataset.ARTICLES, stocks, List.of("title"))),
                        PriceBasis.SPLIT_ADJUSTED,
                        "USD",
                        "",
                        "",
                        "",
                        null)
                .with(new LocationRule(_ -> true, location -> location.contains("{symbol}"), "anything"));
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of("bars", "bars");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of();
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        throw new UnsupportedOperationException("the planner does not ask");
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        throw new UnsupportedOperationException("the planner does not read");
    }
}
