package io.lumia.market.provider.binance;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binance's candles by its data host, which answers from everywhere. Prices are in stablecoins ({@code BTC-USDT}) and other
 * coins: it has no dollar, so a pair in USD is not asked for and never answered by one in USDT.
 */
@ReadsAnswers
public final class BinanceAdapter implements WebAdapter {

    static final String KLINES = "klines";
    static final String EXCHANGE_INFO = "exchange_info";

    static final int DAYS_PER_CALL = 1_000;

    /** Its first trades. */
    static final LocalDate FIRST = LocalDate.of(2017, 8, 17);

    /** More than a hundred years of days for one symbol. */
    private static final int MAX_CALLS_PER_SYMBOL = 40;

    private static final int EXCHANGE_INFO_MAX_BYTES = 64 << 20;
    private static final String ENDPOINT = "https://data-api.binance.vision";

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "binance",
                "Binance market data",
                ENDPOINT,
                Set.of("data-api.binance.vision"),
                KeyNeed.NONE,
                // 6,000 of weight a minute are allowed, a call about candles weighs 2.
                List.of(Quota.of(10, Duration.ofSeconds(1)), Quota.of(300, Duration.ofMinutes(1))),
                List.of(
                        Capability.of(
                                        Dataset.BARS,
                                        Set.of(AssetType.CRYPTO),
                                        List.of("open", "high", "low", "close", "volume"))
                                .from(FIRST),
                        Capability.of(Dataset.ASSETS, Set.of(AssetType.CRYPTO), List.of("base", "quote"))
                                .symbolsPerCall(1_000)),
                PriceBasis.RAW,
                "USDT",
                "Public market data without a key; Binance may not be used from some countries.",
                "Binance Terms of Use",
                "Binance",
                new Canary(Dataset.BARS, AssetType.CRYPTO, "BTC-USDT", 28, 1_000, 10_000_000));
    }

    @Override
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(KLINES, "candles: daily ones are bars, others quotes");
        kinds.put(EXCHANGE_INFO, "all pairs");
        return kinds;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", KLINES, "candles", KLINES, "assets", EXCHANGE_INFO);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return switch (request.dataset()) {
            case BARS -> klines(request, access);
            case ASSETS ->
                List.of(WebCall.of(EXCHANGE_INFO, access.endpoint() + "/api/v3/exchangeInfo", "")
                        .upTo(EXCHANGE_INFO_MAX_BYTES));
            case ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> klines(ProviderRequest request, ProviderAccess access) {
        List<WebCall> calls = new ArrayList<>();
        LocalDate from = request.firstFrom(FIRST);
        for (String symbol : request.symbols()) {
            Optional<CryptoPair> pair =
                    CryptoPair.parse(symbol).filter(known -> !known.quote().equals("USD"));
            LocalDate first = from;
            for (int page = 0;
                    pair.isPresent() && !first.isAfter(request.to()) && page < MAX_CALLS_PER_SYMBOL;
                    page++) {
                LocalDate last = first.plusDays(DAYS_PER_CALL - 1L);
                last = last.isAfter(request.to()) ? request.to() : last;
                calls.add(WebCall.of(
                        KLINES,
                        "%s/api/v3/klines?symbol=%s%s&interval=1d&startTime=%d&endTime=%d&limit=%d"
                                .formatted(
                                        access.endpoint(),
                                        pair.get().base(),
                                        pair.get().quote(),
                                        millis(first),
                                        millis(last),
                                        DAYS_PER_CALL),
                        symbol));
                first = last.plusDays(1);
            }
        }
        return calls;
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text());
        Optional<ProviderAnswer> refusal = BinanceErrors.find(tree, response);
        if (refusal.isPresent()) {
            return Reading.none(refusal.get());
        }
        return tree.map(json -> readJson(context, json))
                .orElseGet(() -> Reading.schemaChanged("no JSON: " + WebStatus.seen(response)));
    }

    private Reading readJson(ReadContext context, JsonNode tree) {
        return switch (aliases().getOrDefault(context.kind(), context.kind())) {
            case KLINES -> BinanceReader.klines(context, tree);
            case EXCHANGE_INFO -> BinanceReader.exchangeInfo(context, tree);
            default -> Reading.schemaChanged("binance has no kind '%s'".formatted(context.kind()));
        };
    }
}
