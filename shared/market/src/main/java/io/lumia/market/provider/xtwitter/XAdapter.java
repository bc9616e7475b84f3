package io.lumia.market.provider.xtwitter;

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
import io.lumia.market.provider.web.PageKind;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import io.lumia.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** X: English posts of the last week that name an asset by its cashtag. No plan without a price reads; off by default. */
@ReadsAnswers
public final class XAdapter implements WebAdapter {

    static final String SEARCH = "search_recent";
    static final String USER = "user_tweets";
    static final String COUNTS = "counts_recent";

    private static final String HOME = "https://api.x.com";
    private static final Set<AssetType> TYPES = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.CRYPTO);

    /** A query has at most 512 characters. */
    private static final int SYMBOLS_PER_CALL = 25;

    /** The search reaches back seven times 24 hours; a day less is surely within. */
    private static final int REACH_DAYS = 6;

    private static final Pattern CASHTAG = Pattern.compile("[A-Z]{1,6}(\\.[A-Z]{1,2})?");

    private static final Capabilities CAPABILITIES = new Capabilities(
                    "x_twitter",
                    "X (Twitter)",
                    HOME,
                    Set.of("api.x.com", "api.twitter.com"),
                    KeyNeed.REQUIRED,
                    List.of(Quota.of(1, Duration.ofSeconds(2)), Quota.of(60, Duration.ofMinutes(15))),
                    List.of(Capability.of(Dataset.ARTICLES, TYPES, List.of("title", "url", "language", "published_at"))
                            .reaching(Period.ofDays(REACH_DAYS))
                            .symbolsPerCall(SYMBOLS_PER_CALL)),
                    PriceBasis.RAW,
                    "USD",
                    "Reading is paid for, by the month and the post. Posts that their authors delete must be deleted.",
                    "X developer agreement; posts are their authors'",
                    "X",
                    null)
            .offByDefault();

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                SEARCH, "posts of the last seven days that match a query",
                USER, "a user's posts (read only, not called)",
                COUNTS, "how many posts match a query, hour by hour (read only, not called; it holds no texts)");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "articles",
                SEARCH,
                "posts",
                SEARCH,
                "news",
                SEARCH,
                "search",
                SEARCH,
                "tweets",
                USER,
                "counts",
                COUNTS);
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
            address(access.endpoint(), chunk, request.from(), request.to(), access.today())
                    .map(address -> WebCall.of(SEARCH, address, chunk.size() == 1 ? chunk.getFirst() : ""))
                    .map(call -> call.withHeader("Authorization", "Bearer " + key))
                    .ifPresent(calls::add);
        }
        return calls;
    }

    /** The key is in the first call's headers, which the further ones have as well. */
    static Optional<WebCall> nextPage(ReadContext context, PageKind kind, String token) {
        LocalDate to = context.to();
        List<String> symbols = context.symbol().isEmpty() ? context.symbols() : List.of(context.symbol());
        LocalDate today = LocalDate.ofInstant(context.receivedAt(), ZoneOffset.UTC);
        // A chunk of many is not known here, and its token is good for its own question only.
        return symbols.size() > SYMBOLS_PER_CALL
                ? Optional.empty()
                : address(HOME, symbols, context.from(), to == null ? today : to, today)
                        .map(address -> WebCall.of(
                                kind.toString(),
                                address + "&next_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8),
                                context.symbol()));
    }

    /** Empty where there is no cashtag to look for, or nothing within reach. */
    private static Optional<String> address(
            String endpoint, List<String> symbols, @Nullable LocalDate from, LocalDate to, LocalDate today) {
        String tags = symbols.stream()
                .flatMap(symbol -> cashtag(symbol).stream())
                .distinct()
                .collect(Collectors.joining(" OR "));
        LocalDate earliest = today.minusDays(REACH_DAYS);
        if (tags.isEmpty() || to.isBefore(earliest)) {
            return Optional.empty();
        }
        String query = "(%s) -is:retweet lang:en".formatted(tags);
        LocalDate start = from == null || from.isBefore(earliest) ? earliest : from;
        // An end in the future is refused.
        String end = to.isBefore(today) ? "&end_time=%sT00:00:00Z".formatted(to.plusDays(1)) : "";
        return Optional.of(
                "%s/2/tweets/search/recent?query=%s&max_results=100&tweet.fields=created_at,lang&start_time=%sT00:00:00Z%s"
                        .formatted(endpoint, URLEncoder.encode(query, StandardCharsets.UTF_8), start, end));
    }

    /** {@code $AAPL}, {@code $BRK.B}; a coin by its own name. */
    private static Optional<String> cashtag(String symbol) {
        String ours = symbol.strip().toUpperCase(Locale.ROOT);
        String tag = CryptoPair.parse(ours).map(CryptoPair::base).orElse(ours);
        return CASHTAG.matcher(tag).matches() ? Optional.of("$" + tag) : Optional.empty();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> json = WebJson.parse(response.text()).filter(JsonNode::isObject);
        Optional<ProviderAnswer> why = XErrors.said(json, response);
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        if (json.isEmpty()) {
            return Readings.unreadable(response, "a JSON object");
        }
        String kind = PageKind.parse(context.kind()).kind();
        return switch (aliases().getOrDefault(kind, kind)) {
            case SEARCH, USER -> PostReader.read(context, json.get(), response);
            case COUNTS -> CountReader.read(json.get());
            default ->
                Reading.schemaChanged(
                        "kind is '%s'; allowed: search_recent, user_tweets, counts_recent".formatted(kind));
        };
    }
}
