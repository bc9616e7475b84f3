package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Yahoo Finance: prices of nearly everything that trades, split-adjusted, without a key and without a promise. */
@ReadsAnswers
public final class YahooAdapter implements WebAdapter {

    static final String CHART = "chart";
    static final String METADATA = "metadata";
    static final String QUOTE = "quote";
    static final String QUOTE_SUMMARY = "quotesummary";
    static final String SEARCH = "search";
    static final String FUNDAMENTALS = "fundamentals";
    static final String DOWNLOAD = "download";

    private static final Set<AssetType> PRICED = Set.of(
            AssetType.STOCK,
            AssetType.ETF,
            AssetType.MUTUAL_FUND,
            AssetType.CRYPTO,
            AssetType.FOREX,
            AssetType.COMMODITY,
            AssetType.INDEX);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "yahoo",
            "Yahoo Finance",
            "https://query1.finance.yahoo.com",
            Set.of("query1.finance.yahoo.com", "query2.finance.yahoo.com"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(2)), Quota.of(900, Duration.ofHours(1))),
            List.of(
                    Capability.of(Dataset.ASSETS, PRICED, List.of("name", "type", "exchange", "currency")),
                    Capability.of(
                            Dataset.ACTIONS, Set.of(AssetType.STOCK, AssetType.ETF), List.of("split", "dividend")),
                    Capability.of(Dataset.BARS, PRICED, List.of("open", "high", "low", "close", "volume", "adj_close"))
                            .bringingActions(),
                    Capability.of(Dataset.FUNDAMENTALS, Set.of(AssetType.STOCK), YahooMetrics.requested())),
            PriceBasis.SPLIT_ADJUSTED,
            "USD",
            "Unofficial; Yahoo's terms allow personal use only and promise nothing.",
            "Yahoo terms of service",
            "Yahoo Finance",
            new Capabilities.Canary(Dataset.BARS, AssetType.ETF, "SPY", 15, 50, 10_000));

    private static final Map<String, String> KINDS = Map.of(
            CHART, "daily bars with splits and dividends, or candles of another interval",
            METADATA, "what a chart's answer says about the instrument",
            QUOTE, "snapshots (v7, wants a crumb)",
            QUOTE_SUMMARY, "profile and price modules (v10, wants a crumb)",
            SEARCH, "instruments found by a text",
            FUNDAMENTALS, "annual and quarterly numbers of a company",
            DOWNLOAD, "the former CSV download of bars, dividends or splits");

    private static final Map<String, String> ALIASES = Map.of(
            "bars",
            CHART,
            "actions",
            CHART,
            "prices",
            CHART,
            "assets",
            METADATA,
            "quotes",
            QUOTE,
            "historical",
            DOWNLOAD);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return KINDS;
    }

    @Override
    public Map<String, String> aliases() {
        return ALIASES;
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return YahooCalls.of(request, access);
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private static Reading readKnown(ReadContext context, WebResponse response) {
        String kind = ALIASES.getOrDefault(context.kind(), context.kind());
        String text = response.text();
        Optional<JsonNode> json = WebJson.parse(text);
        Optional<ProviderAnswer> refusal =
                json.isPresent() ? YahooErrors.inEnvelope(json.get(), response) : YahooErrors.inText(text, response);
        Optional<ProviderAnswer> why = refusal.or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        if (kind.equals(DOWNLOAD)) {
            return DownloadReader.read(context, text, response);
        }
        if (json.isEmpty()) {
            return Reading.schemaChanged("no JSON; " + WebStatus.seen(response));
        }
        return readJson(kind, context, json.get(), response);
    }

    private static Reading readJson(String kind, ReadContext context, JsonNode json, WebResponse response) {
        return switch (kind) {
            case CHART -> new ChartReader(context, response, false).read(json);
            case METADATA -> new ChartReader(context, response, true).read(json);
            case QUOTE -> QuoteReader.read(context, json);
            case QUOTE_SUMMARY -> SummaryReader.read(context, json);
            case SEARCH -> SearchReader.read(json);
            case FUNDAMENTALS -> FundamentalsReader.read(context, json);
            default -> Reading.schemaChanged("kind is '%s'; allowed: %s".formatted(kind, KINDS.keySet()));
        };
    }
}
