package io.lumia.market.provider.coingecko;

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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CoinGecko's average prices: a third opinion on well-known coins for the last year. Days are UTC. */
@ReadsAnswers
public final class CoinGeckoAdapter implements WebAdapter {

    static final String OHLC = "ohlc";
    static final String MARKET_CHART = "market_chart";

    /** What the public plan answers. */
    private static final int MAX_DAYS = 365;

    private static final String ENDPOINT = "https://api.coingecko.com";
    private static final String KEY_HEADER = "x-cg-demo-api-key";

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "coingecko",
                "CoinGecko",
                ENDPOINT,
                Set.of("api.coingecko.com"),
                KeyNeed.OPTIONAL,
                // Without a key 5 to 15 a minute, by how busy it is.
                List.of(Quota.of(5, Duration.ofMinutes(1))),
                List.of(Capability.of(Dataset.BARS, Set.of(AssetType.CRYPTO), List.of("close"))
                        .reaching(Period.ofDays(MAX_DAYS - 1))),
                PriceBasis.RAW,
                "USD",
                "Personal and non-commercial use without a plan; the source must be named.",
                "CoinGecko API Terms of Service",
                "Data provided by CoinGecko",
                new Canary(Dataset.BARS, AssetType.CRYPTO, "BTC-USD", 28, 1_000, 10_000_000));
    }

    @Override
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(MARKET_CHART, "prices: daily ones are bars with a close only, others quotes");
        kinds.put(OHLC, "candles of half an hour, four hours or four days: quotes");
        return kinds;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", MARKET_CHART, "candles", OHLC);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return switch (request.dataset()) {
            case BARS -> charts(request, access);
            case ASSETS, ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> charts(ProviderRequest request, ProviderAccess access) {
        List<WebCall> calls = new ArrayList<>();
        for (String symbol : request.symbols()) {
            Optional<CryptoPair> pair = CryptoPair.parse(symbol);
            pair.flatMap(known -> CoinIds.of(known.base()))
                    .ifPresent(id -> calls.add(
                            chart(request, access, symbol, id, pair.get().quote())));
        }
        return calls;
    }

    private static WebCall chart(
            ProviderRequest request, ProviderAccess access, String symbol, String id, String quote) {
        WebCall call = WebCall.of(
                MARKET_CHART,
                "%s/api/v3/coins/%s/market_chart?vs_currency=%s&days=%d&interval=daily"
                        .formatted(access.endpoint(), id, quote.toLowerCase(Locale.ROOT), days(request.from(), access)),
                symbol);
        String key = access.key();
        return key == null ? call : call.withHeader(KEY_HEADER, key);
    }

    /** Back from today; a day more, since a day's price stands at its end. */
    private static long days(@org.jspecify.annotations.Nullable LocalDate from, ProviderAccess access) {
        long days = from == null ? MAX_DAYS : ChronoUnit.DAYS.between(from, access.today()) + 1;
        return Math.clamp(days, 1, MAX_DAYS);
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text());
        Optional<ProviderAnswer> refusal = CoinGeckoErrors.find(tree, response);
        if (refusal.isPresent()) {
            return Reading.none(refusal.get());
        }
        return tree.map(json -> readJson(context, json))
                .orElseGet(() -> Reading.schemaChanged("no JSON: " + WebStatus.seen(response)));
    }

    private Reading readJson(ReadContext context, JsonNode tree) {
        return switch (aliases().getOrDefault(context.kind(), context.kind())) {
            case OHLC -> CoinGeckoReader.ohlc(context, tree);
            case MARKET_CHART -> CoinGeckoReader.marketChart(context, tree);
            default -> Reading.schemaChanged("coingecko has no kind '%s'".formatted(context.kind()));
        };
    }
}
