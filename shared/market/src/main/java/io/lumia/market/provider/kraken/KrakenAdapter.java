package io.lumia.market.provider.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.crypto.CryptoPair;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capabilities.Canary;
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
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kraken's public candles, our second source of crypto prices. Days are UTC. */
@ReadsAnswers
public final class KrakenAdapter implements WebAdapter {

    static final String OHLC = "ohlc";
    static final String ASSETS = "assets";
    static final String ASSET_PAIRS = "asset_pairs";

    private static final String ENDPOINT = "https://api.kraken.com";

    /** It gives the newest 720 candles whatever is asked; the last is unfinished. */
    private static final Period REACH = Period.ofDays(719);

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "kraken",
                "Kraken",
                ENDPOINT,
                Set.of("api.kraken.com"),
                KeyNeed.NONE,
                List.of(Quota.of(1, Duration.ofSeconds(1))),
                List.of(
                        Capability.of(
                                        Dataset.BARS,
                                        Set.of(AssetType.CRYPTO),
                                        List.of("open", "high", "low", "close", "volume"))
                                .reaching(REACH),
                        Capability.of(Dataset.ASSETS, Set.of(AssetType.CRYPTO), List.of("base", "quote"))
                                .symbolsPerCall(1_000)),
                PriceBasis.RAW,
                "USD",
                "Public market data without a key, about one call a second per address; no redistribution.",
                "Kraken Terms of Service",
                "Kraken",
                new Canary(Dataset.BARS, AssetType.CRYPTO, "BTC-USD", 28, 1_000, 10_000_000));
    }

    @Override
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(OHLC, "candles: daily ones are bars, shorter ones quotes");
        kinds.put(ASSET_PAIRS, "all pairs that trade");
        kinds.put(ASSETS, "all currencies, each for itself");
        return kinds;
    }

    /** {@code assets} is Kraken's own kind already. */
    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", OHLC, "candles", OHLC, "pairs", ASSET_PAIRS);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return switch (request.dataset()) {
            case BARS -> ohlc(request, access);
            case ASSETS -> List.of(WebCall.of(ASSET_PAIRS, access.endpoint() + "/0/public/AssetPairs", ""));
            case ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> ohlc(ProviderRequest request, ProviderAccess access) {
        List<WebCall> calls = new ArrayList<>();
        for (String symbol : request.symbols()) {
            CryptoPair.parse(symbol)
                    .ifPresent(pair -> calls.add(WebCall.of(
                            OHLC,
                            "%s/0/public/OHLC?pair=%s&interval=1440%s"
                                    .formatted(access.endpoint(), KrakenNames.pair(pair), since(request.from())),
                            symbol)));
        }
        return calls;
    }

    /** Candles after an instant; the day before, so that the first one wanted is among them. */
    private static String since(@org.jspecify.annotations.Nullable LocalDate from) {
        return from == null
                ? ""
                : "&since=" + from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text()).filter(JsonNode::isObject);
        Optional<ProviderAnswer> refusal =
                tree.flatMap(json -> KrakenErrors.find(json, response)).or(() -> WebStatus.refusal(response));
        if (refusal.isPresent()) {
            return Reading.none(refusal.get());
        }
        return tree.filter(json -> json.path("error").isArray())
                .map(json -> json.path("result"))
                .filter(JsonNode::isObject)
                .map(result -> readResult(context, result))
                .orElseGet(() -> Reading.schemaChanged("no JSON with error and result: " + WebStatus.seen(response)));
    }

    private Reading readResult(ReadContext context, JsonNode result) {
        return switch (aliases().getOrDefault(context.kind(), context.kind())) {
            case OHLC -> KrakenReader.ohlc(context, result);
            case ASSETS -> KrakenReader.assets(context, result);
            case ASSET_PAIRS -> KrakenReader.pairs(context, result);
            default -> Reading.schemaChanged("kraken has no kind '%s'".formatted(context.kind()));
        };
    }
}
