package io.lumia.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Coinbase Exchange's public candles, our first source of crypto prices. Days are UTC. */
@ReadsAnswers
public final class CoinbaseAdapter implements WebAdapter {

    static final String CANDLES = "candles";
    static final String ADVANCED_CANDLES = "advanced_candles";
    static final String PRODUCTS = "products";

    /** The Exchange refuses a range of more than 300 candles. */
    static final int DAYS_PER_CALL = 300;

    /** Its first trades: BTC-USD on 2015-07-20. */
    static final LocalDate FIRST = LocalDate.of(2015, 7, 20);

    /** More than a hundred years of days for one symbol. */
    private static final int MAX_CALLS_PER_SYMBOL = 150;

    private static final String ENDPOINT = "https://api.exchange.coinbase.com";

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "coinbase",
                "Coinbase Exchange",
                ENDPOINT,
                Set.of("api.exchange.coinbase.com", "api.coinbase.com"),
                KeyNeed.NONE,
                // 10/s per address are allowed.
                List.of(Quota.of(5, Duration.ofSeconds(1))),
                List.of(
                        Capability.of(
                                        Dataset.BARS,
                                        Set.of(AssetType.CRYPTO),
                                        List.of("open", "high", "low", "close", "volume"))
                                .from(FIRST),
                        Capability.of(Dataset.ASSETS, Set.of(AssetType.CRYPTO), List.of("name", "base", "quote"))
                                .symbolsPerCall(1_000)),
                PriceBasis.RAW,
                "USD",
                "Public market data without a key, ten calls a second per address; redistribution needs Coinbase's consent.",
                "Coinbase Market Data Terms of Use",
                "Coinbase",
                new Canary(Dataset.BARS, AssetType.CRYPTO, "BTC-USD", 28, 1_000, 10_000_000));
    }

    @Override
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(CANDLES, "candles of the Exchange: daily ones are bars, shorter ones quotes");
        kinds.put(ADVANCED_CANDLES, "candles of Advanced Trade's public route");
        kinds.put(PRODUCTS, "all pairs that trade");
        return kinds;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", CANDLES, "assets", PRODUCTS);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return switch (request.dataset()) {
            case BARS -> candles(request, access);
            case ASSETS -> List.of(WebCall.of(PRODUCTS, access.endpoint() + "/products", ""));
            case ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> candles(ProviderRequest request, ProviderAccess access) {
        List<WebCall> calls = new ArrayList<>();
        LocalDate from = request.firstFrom(FIRST);
        for (String symbol : request.symbols()) {
            Optional<CryptoPair> pair = CryptoPair.parse(symbol);
            LocalDate first = from;
            for (int page = 0;
                    pair.isPresent() && !first.isAfter(request.to()) && page < MAX_CALLS_PER_SYMBOL;
                    page++) {
                LocalDate last = first.plusDays(DAYS_PER_CALL - 1L);
                last = last.isAfter(request.to()) ? request.to() : last;
                calls.add(WebCall.of(
                        CANDLES,
                        "%s/products/%s/candles?granularity=86400&start=%sT00:00:00Z&end=%sT00:00:00Z"
                                .formatted(access.endpoint(), pair.get().symbol(), first, last),
                        symbol));
                first = last.plusDays(1);
            }
        }
        return calls;
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text());
        Optional<ProviderAnswer> refusal = refusal(tree, response);
        if (refusal.isPresent()) {
            return Reading.none(refusal.get());
        }
        return tree.map(json -> readJson(context, json))
                .orElseGet(() -> Reading.schemaChanged("no JSON: " + WebStatus.seen(response)));
    }

    private Reading readJson(ReadContext context, JsonNode tree) {
        return switch (aliases().getOrDefault(context.kind(), context.kind())) {
            case CANDLES -> CoinbaseReader.exchangeCandles(context, tree);
            case ADVANCED_CANDLES -> CoinbaseReader.advancedCandles(context, tree);
            case PRODUCTS -> CoinbaseReader.products(context, tree);
            default -> Reading.schemaChanged("coinbase has no kind '%s'".formatted(context.kind()));
        };
    }

    /** Refusals are {@code {"message": …}} at the Exchange, {@code {"error": …, "message": …}} at Advanced Trade. */
    private static Optional<ProviderAnswer> refusal(Optional<JsonNode> tree, WebResponse response) {
        JsonNode error = tree.filter(JsonNode::isObject)
                .filter(node -> node.has("message") || node.has("error"))
                .orElse(null);
        if (error == null) {
            return WebStatus.refusal(response);
        }
        String words = (error.path("error").asText("") + " "
                        + error.path("message").asText(""))
                .toLowerCase(Locale.ROOT)
                .strip();
        if (words.contains("rate limit") || words.contains("too many requests")) {
            return Optional.of(WebStatus.throttled(response));
        }
        boolean isUnknown = words.contains("notfound")
                || words.contains("not_found")
                || words.contains("not found")
                || words.contains("productid is invalid")
                || words.contains("product_id is invalid");
        if (isUnknown && response.status() < 500) {
            return Optional.of(new SymbolUnknown(WebStatus.seen(response)));
        }
        // Among them "granularity too small": our own pages are never that long, so something has changed.
        return WebStatus.refusal(response).or(() -> Optional.of(new SchemaChanged(WebStatus.seen(response))));
    }
}
