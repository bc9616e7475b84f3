package io.lumia.market.provider.nasdaq;

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
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** nasdaq.com: US shares, ETFs, mutual funds and indexes by day, about two years back, and the list of shares. */
@ReadsAnswers
public final class NasdaqAdapter implements WebAdapter {

    static final String HISTORICAL = "historical";
    static final String SCREENER = "screener";

    private static final Set<AssetType> PRICED =
            Set.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND, AssetType.INDEX);

    /** Forty years of sessions: one page. */
    private static final int ROWS_PER_CALL = 9_999;

    private static final Period REACH = Period.ofYears(2);
    private static final int SYMBOLS_PER_LIST = 10_000;

    private static final Capabilities CAPABILITIES = new Capabilities(
            "nasdaq",
            "Nasdaq",
            "https://api.nasdaq.com",
            Set.of("api.nasdaq.com"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(3)), Quota.of(300, Duration.ofHours(1))),
            List.of(
                    Capability.of(
                                    Dataset.ASSETS,
                                    Set.of(AssetType.STOCK),
                                    List.of("name", "sector", "industry", "market_cap"))
                            .symbolsPerCall(SYMBOLS_PER_LIST),
                    Capability.of(Dataset.BARS, PRICED, List.of("open", "high", "low", "close", "volume"))
                            .reaching(REACH)),
            PriceBasis.SPLIT_ADJUSTED,
            "USD",
            "Undocumented; Nasdaq's terms allow personal use of its pages.",
            "Nasdaq terms of use",
            "Nasdaq",
            new Capabilities.Canary(Dataset.BARS, AssetType.STOCK, "AAPL", 15, 1, 10_000));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(HISTORICAL, "daily bars of shares, ETFs, mutual funds or indexes", SCREENER, "list of US shares");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", HISTORICAL, "prices", HISTORICAL, "assets", SCREENER);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        AssetType type = request.assetType();
        return switch (request.dataset()) {
            case BARS -> type == null || PRICED.contains(type) ? historical(request, access, type) : List.of();
            case ASSETS -> type == null || type == AssetType.STOCK ? List.of(screener(request, access)) : List.of();
            case ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> historical(ProviderRequest request, ProviderAccess access, @Nullable AssetType type) {
        LocalDate from = request.from() == null ? access.today().minus(REACH) : request.from();
        return request.symbols().stream()
                .map(symbol -> call(
                        HISTORICAL,
                        "%s/api/quote/%s/historical?assetclass=%s&fromdate=%s&todate=%s&limit=%d"
                                .formatted(
                                        access.endpoint(),
                                        URLEncoder.encode(NasdaqSymbols.spell(symbol), StandardCharsets.UTF_8),
                                        NasdaqSymbols.assetClass(symbol, type),
                                        from,
                                        request.to(),
                                        ROWS_PER_CALL),
                        symbol))
                .toList();
    }

    /** All shares at once: a list of everything is one call, a question about one share is not offered. */
    private static WebCall screener(ProviderRequest request, ProviderAccess access) {
        String symbol = request.symbols().size() == 1 ? request.symbols().getFirst() : "";
        return call(SCREENER, access.endpoint() + "/api/screener/stocks?tableonly=true&download=true", symbol);
    }

    private static WebCall call(String kind, String address, String symbol) {
        return WebCall.of(kind, address, symbol).withHeader("Accept", "application/json");
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        Optional<JsonNode> json = WebJson.parse(response.text());
        Optional<ProviderAnswer> why =
                json.flatMap(tree -> NasdaqErrors.inEnvelope(tree, response)).or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        if (json.isEmpty()) {
            return Reading.schemaChanged("no JSON; " + WebStatus.seen(response));
        }
        return switch (kind) {
            case HISTORICAL -> HistoricalReader.read(context, json.get(), response);
            case SCREENER -> ScreenerReader.read(context, json.get());
            default -> Reading.schemaChanged("kind is '%s'; allowed: historical, screener".formatted(kind));
        };
    }
}
