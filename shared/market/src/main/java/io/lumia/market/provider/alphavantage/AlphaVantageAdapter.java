package io.lumia.market.provider.alphavantage;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Alpha Vantage by its free key: the last hundred days of US shares and ETFs as traded, 25 calls a day. */
@ReadsAnswers
public final class AlphaVantageAdapter implements WebAdapter {

    private static final Set<AssetType> LISTED = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND);

    /** A hundred sessions; more is for those who pay. */
    private static final Period FREE_REACH = Period.ofDays(140);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "alphavantage",
            "Alpha Vantage",
            "https://www.alphavantage.co",
            Set.of("www.alphavantage.co"),
            KeyNeed.REQUIRED,
            List.of(Quota.of(1, Duration.ofSeconds(2)), Quota.of(25, Duration.ofDays(1))),
            List.of(
                    Capability.of(Dataset.ASSETS, LISTED, List.of("name", "type", "currency")),
                    Capability.of(Dataset.BARS, LISTED, List.of("open", "high", "low", "close", "volume"))
                            .reaching(FREE_REACH)),
            PriceBasis.RAW,
            "USD",
            "Free key for personal use: 25 calls a day; adjusted and full history are paid for.",
            "Alpha Vantage terms of service",
            "Alpha Vantage",
            new Capabilities.Canary(Dataset.BARS, AssetType.STOCK, "IBM", 15, 1, 10_000));

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry(Series.DAILY.kind(), "daily bars as traded"),
            Map.entry(Series.DAILY_ADJUSTED.kind(), "daily bars with adjusted closes, dividends and splits (paid)"),
            Map.entry(Series.WEEKLY.kind(), "weeks, as quotes"),
            Map.entry(Series.WEEKLY_ADJUSTED.kind(), "weeks, as quotes"),
            Map.entry(Series.MONTHLY.kind(), "months, as quotes"),
            Map.entry(Series.MONTHLY_ADJUSTED.kind(), "months, as quotes"),
            Map.entry(Series.INTRADAY.kind(), "minutes, as quotes"),
            Map.entry(SnapshotReader.GLOBAL_QUOTE, "the latest day's prices"),
            Map.entry(SnapshotReader.FX_RATE, "one exchange rate now"),
            Map.entry(SearchReader.KIND, "instruments found by a text"));

    private static final Map<String, String> ALIASES = Map.of(
            "bars", Series.DAILY.kind(),
            "prices", Series.DAILY.kind(),
            "actions", Series.DAILY_ADJUSTED.kind(),
            "assets", SearchReader.KIND,
            "search", SearchReader.KIND,
            "quote", SnapshotReader.GLOBAL_QUOTE,
            "quotes", SnapshotReader.GLOBAL_QUOTE);

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
        String key = access.key();
        AssetType type = request.assetType();
        if (key == null || (type != null && !LISTED.contains(type))) {
            return List.of();
        }
        return switch (request.dataset()) {
            case BARS ->
                calls(
                        request,
                        access,
                        key,
                        Series.DAILY.kind(),
                        "function=TIME_SERIES_DAILY&outputsize=compact&symbol=");
            case ASSETS -> calls(request, access, key, SearchReader.KIND, "function=SYMBOL_SEARCH&keywords=");
            case ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> calls(
            ProviderRequest request, ProviderAccess access, String key, String kind, String query) {
        return request.symbols().stream()
                .map(symbol -> WebCall.of(
                        kind,
                        "%s/query?%s%s&datatype=json&apikey=%s"
                                .formatted(access.endpoint(), query, encoded(symbol), encoded(key)),
                        symbol))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private static Reading readKnown(ReadContext context, WebResponse response) {
        String kind = ALIASES.getOrDefault(context.kind(), context.kind());
        Optional<JsonNode> json = WebJson.parse(response.text());
        Optional<ProviderAnswer> why =
                json.flatMap(tree -> AlphaVantageErrors.inside(tree, response)).or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        Optional<Series> series = Series.of(kind);
        if (series.isPresent()) {
            return new SeriesReader(context, response, series.get()).read(json);
        }
        if (json.isEmpty()) {
            return Reading.schemaChanged("no JSON; " + WebStatus.seen(response));
        }
        return switch (kind) {
            case SnapshotReader.GLOBAL_QUOTE -> SnapshotReader.globalQuote(context, json.get());
            case SnapshotReader.FX_RATE -> SnapshotReader.rate(context, json.get());
            case SearchReader.KIND -> SearchReader.read(context, json.get());
            default -> Reading.schemaChanged("kind is '%s'; allowed: %s".formatted(kind, KINDS.keySet()));
        };
    }
}
