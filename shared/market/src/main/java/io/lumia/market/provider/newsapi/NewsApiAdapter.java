package io.lumia.market.provider.newsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.crypto.CryptoPair;
import io.lumia.market.provider.series.Readings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** NewsAPI.org: articles of many publishers of the last month, with a key. */
@ReadsAnswers
public final class NewsApiAdapter implements WebAdapter {

    static final String EVERYTHING = "everything";

    private static final Set<AssetType> TYPES = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.CRYPTO);

    /** A query has at most 500 characters. */
    private static final int SYMBOLS_PER_CALL = 8;

    /** As many as any plan gets; further pages are refused to a free one, and the refusal would cost the first. */
    private static final int PAGE_SIZE = 100;

    private static final Period REACH = Period.ofDays(29);
    private static final Pattern TICKER = Pattern.compile("[A-Z0-9]{1,6}(\\.[A-Z]{1,2})?");

    private static final Capabilities CAPABILITIES = new Capabilities(
            "newsapi",
            "NewsAPI.org",
            "https://newsapi.org",
            Set.of("newsapi.org"),
            KeyNeed.REQUIRED,
            List.of(
                    Quota.of(1, Duration.ofSeconds(1)),
                    Quota.of(50, Duration.ofHours(12)),
                    Quota.of(100, Duration.ofDays(1))),
            List.of(Capability.of(Dataset.ARTICLES, TYPES, List.of("title", "body", "url", "publisher", "published_at"))
                    .reaching(REACH)
                    .symbolsPerCall(SYMBOLS_PER_CALL)),
            PriceBasis.RAW,
            "USD",
            "The free key is for development only, a day late: 100 calls a day. Anything else is paid for.",
            "NewsAPI terms; the articles are their publishers'",
            "Powered by NewsAPI.org",
            null);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(EVERYTHING, "articles with a description and the beginning of their text, newest first");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("articles", EVERYTHING, "news", EVERYTHING, "top_headlines", EVERYTHING);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        String key = access.key();
        if (key == null
                || CAPABILITIES.offer(request.dataset(), request.assetType()).isEmpty()) {
            return List.of();
        }
        List<WebCall> calls = new ArrayList<>();
        for (int i = 0; i < request.symbols().size(); i += SYMBOLS_PER_CALL) {
            List<String> chunk = request.symbols()
                    .subList(i, Math.min(i + SYMBOLS_PER_CALL, request.symbols().size()));
            query(chunk)
                    .flatMap(query -> call(query, chunk, request, access))
                    .map(call -> call.withHeader("X-Api-Key", key))
                    .ifPresent(calls::add);
        }
        return calls;
    }

    /** Empty for a range that the free plan does not reach. */
    private static Optional<WebCall> call(
            String query, List<String> symbols, ProviderRequest request, ProviderAccess access) {
        LocalDate from = request.firstFrom(access.today().minus(REACH));
        if (from.isAfter(request.to())) {
            return Optional.empty();
        }
        String address = "%s/v2/everything?q=%s&from=%s&to=%sT23:59:59&sortBy=publishedAt&pageSize=%d"
                .formatted(
                        access.endpoint(),
                        URLEncoder.encode(query, StandardCharsets.UTF_8),
                        from,
                        request.to(),
                        PAGE_SIZE);
        return Optional.of(WebCall.of(EVERYTHING, address, symbols.size() == 1 ? symbols.getFirst() : ""));
    }

    /** A bare ticker is a word: it is looked for beside one that makes it a share or a coin. */
    private static Optional<String> query(List<String> symbols) {
        String query = symbols.stream()
                .map(symbol -> symbol.strip().toUpperCase(Locale.ROOT))
                .flatMap(symbol -> phrases(symbol).stream())
                .map(phrase -> '"' + phrase + '"')
                .collect(Collectors.joining(" OR "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static List<String> phrases(String symbol) {
        Optional<CryptoPair> pair = CryptoPair.parse(symbol);
        if (pair.isPresent()) {
            return List.of(pair.get().base() + " price", pair.get().base() + " crypto");
        }
        return TICKER.matcher(symbol).matches() ? List.of(symbol + " stock", symbol + " shares") : List.of();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> json = WebJson.parse(response.text()).filter(JsonNode::isObject);
        Optional<ProviderAnswer> why =
                json.flatMap(tree -> NewsApiErrors.said(tree, response)).or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        if (!kind.equals(EVERYTHING)) {
            return Reading.schemaChanged("kind is '%s'; allowed: everything".formatted(kind));
        }
        return json.map(tree -> EverythingReader.read(context, tree, response))
                .orElseGet(() -> Readings.unreadable(response, "a JSON object"));
    }
}
