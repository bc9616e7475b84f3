package io.lumia.market.provider.tiingo;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tiingo: US shares, ETFs and funds as traded, with dividends and splits in the same row, and crypto, with a free key; news
 * with a paid one.
 */
@ReadsAnswers
public final class TiingoAdapter implements WebAdapter {

    static final String DAILY = "daily";
    static final String METADATA = "metadata";
    static final String CRYPTO = "crypto";
    static final String NEWS = "news";

    private static final Set<AssetType> LISTED = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND);
    private static final Set<AssetType> IN_NEWS =
            Set.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND, AssetType.CRYPTO);
    private static final List<String> OHLCV = List.of("open", "high", "low", "close", "volume");
    private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
    private static final LocalDate FIRST_CRYPTO = LocalDate.of(2010, 1, 1);

    /** Tiingo sends some thousand crypto candles a call; longer ranges are asked for in pieces. */
    private static final int CRYPTO_DAYS_PER_CALL = 2_000;

    private static final int MAX_PAGES = 20;

    private static final int NEWS_SYMBOLS_PER_CALL = 25;
    private static final int NEWS_PER_CALL = 1_000;

    private static final Capabilities CAPABILITIES = new Capabilities(
            "tiingo",
            "Tiingo",
            "https://api.tiingo.com",
            Set.of("api.tiingo.com"),
            KeyNeed.REQUIRED,
            List.of(Quota.of(50, Duration.ofHours(1)), Quota.of(1_000, Duration.ofDays(1))),
            List.of(
                    Capability.of(Dataset.ASSETS, LISTED, List.of("name", "exchange", "first_date", "description")),
                    Capability.of(Dataset.ACTIONS, LISTED, List.of("split", "dividend")),
                    Capability.of(Dataset.BARS, LISTED, List.of("open", "high", "low", "close", "volume", "adj_close"))
                            .bringingActions(),
                    Capability.of(Dataset.BARS, Set.of(AssetType.CRYPTO), OHLCV).from(FIRST_CRYPTO),
                    Capability.of(
                                    Dataset.ARTICLES,
                                    IN_NEWS,
                                    List.of("title", "body", "url", "publisher", "published_at", "symbols"))
                            .symbolsPerCall(NEWS_SYMBOLS_PER_CALL)),
            PriceBasis.RAW,
            "USD",
            "Free key for personal, internal use: 50 calls an hour, 1,000 a day, 500 symbols a month. News"
                    + " are of the paid plans.",
            "Tiingo terms of use",
            "Tiingo",
            new Capabilities.Canary(Dataset.BARS, AssetType.STOCK, "AAPL", 15, 1, 10_000));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                DAILY, "daily bars as traded, with dividends and splits",
                METADATA, "one instrument's name, exchange and life",
                CRYPTO, "candles of crypto pairs, from all exchanges together",
                NEWS, "articles with the tickers found in them");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "bars", DAILY,
                "prices", DAILY,
                "actions", DAILY,
                "assets", METADATA,
                "crypto_history", CRYPTO,
                "articles", NEWS);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        String key = access.key();
        if (key == null) {
            return List.of();
        }
        List<WebCall> calls = new ArrayList<>();
        if (request.dataset() == Dataset.ARTICLES) {
            calls.addAll(news(request, access.endpoint()));
        }
        for (String symbol : request.symbols()) {
            calls.addAll(calls(request, access.endpoint(), symbol));
        }
        return calls.stream()
                .map(call -> call.withHeader("Authorization", "Token " + key))
                .toList();
    }

    /** The newest thousand of the range; a page beyond cannot be told from the first by its content. */
    private static List<WebCall> news(ProviderRequest request, String endpoint) {
        List<WebCall> calls = new ArrayList<>();
        List<String> symbols =
                request.assetType() == null || IN_NEWS.contains(request.assetType()) ? request.symbols() : List.of();
        for (int i = 0; i < symbols.size(); i += NEWS_SYMBOLS_PER_CALL) {
            List<String> chunk = symbols.subList(i, Math.min(i + NEWS_SYMBOLS_PER_CALL, symbols.size()));
            String tickers = chunk.stream()
                    .map(symbol -> TiingoSymbols.isCrypto(symbol, request.assetType())
                            ? TiingoSymbols.crypto(symbol)
                            : TiingoSymbols.listed(symbol).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(","));
            String start = request.from() == null ? "" : "&startDate=" + request.from();
            String address = "%s/tiingo/news?tickers=%s%s&endDate=%s&limit=%d&sortBy=publishedDate"
                    .formatted(endpoint, tickers, start, request.to(), NEWS_PER_CALL);
            calls.add(WebCall.of(NEWS, address, chunk.size() == 1 ? chunk.getFirst() : ""));
        }
        return calls;
    }

    private static List<WebCall> calls(ProviderRequest request, String endpoint, String symbol) {
        boolean isCrypto = TiingoSymbols.isCrypto(symbol, request.assetType());
        boolean isListed = !isCrypto && (request.assetType() == null || LISTED.contains(request.assetType()));
        return switch (request.dataset()) {
            case BARS -> isCrypto ? crypto(request, endpoint, symbol) : daily(request, endpoint, symbol, isListed);
            case ACTIONS -> daily(request, endpoint, symbol, isListed);
            case ASSETS -> isListed ? List.of(WebCall.of(METADATA, daily(endpoint, symbol), symbol)) : List.of();
            case FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static String daily(String endpoint, String symbol) {
        return endpoint + "/tiingo/daily/" + TiingoSymbols.listed(symbol);
    }

    private static List<WebCall> daily(ProviderRequest request, String endpoint, String symbol, boolean isListed) {
        String address = "%s/prices?format=json&resampleFreq=daily&startDate=%s&endDate=%s"
                .formatted(daily(endpoint, symbol), request.firstFrom(EARLIEST), request.to());
        return isListed ? List.of(WebCall.of(DAILY, address, symbol)) : List.of();
    }

    private static List<WebCall> crypto(ProviderRequest request, String endpoint, String symbol) {
        List<WebCall> pages = new ArrayList<>();
        LocalDate start = request.firstFrom(FIRST_CRYPTO);
        while (!start.isAfter(request.to()) && pages.size() < MAX_PAGES) {
            LocalDate last = start.plusDays(CRYPTO_DAYS_PER_CALL - 1L);
            LocalDate end = last.isAfter(request.to()) ? request.to() : last;
            String address = "%s/tiingo/crypto/prices?tickers=%s&resampleFreq=1day&startDate=%s&endDate=%s"
                    .formatted(endpoint, TiingoSymbols.crypto(symbol), start, end);
            pages.add(WebCall.of(CRYPTO, address, symbol));
            start = end.plusDays(1);
        }
        return pages;
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        String text = response.text();
        Optional<JsonNode> json = WebJson.parse(text);
        Optional<ProviderAnswer> why = TiingoErrors.said(json, text, response).or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        if (json.isEmpty()) {
            return kind.equals(DAILY)
                    ? DailyReader.readCsv(context, text, response)
                    : Reading.schemaChanged("no JSON; " + WebStatus.seen(response));
        }
        return switch (kind) {
            case DAILY -> DailyReader.readJson(context, json.get(), response);
            case METADATA -> MetadataReader.read(context, json.get());
            case CRYPTO -> CryptoReader.read(context, json.get(), response);
            case NEWS -> NewsReader.read(context, json.get(), response);
            default -> Reading.schemaChanged("kind is '%s'; allowed: daily, metadata, crypto, news".formatted(kind));
        };
    }
}
