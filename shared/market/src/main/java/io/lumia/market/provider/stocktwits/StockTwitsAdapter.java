package io.lumia.market.provider.stocktwits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.ProviderRequest;
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
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * StockTwits: the newest posts of a symbol's stream. Open without a key as long as nobody minds; refused from many data
 * centres. Off by default.
 */
@ReadsAnswers
public final class StockTwitsAdapter implements WebAdapter {

    static final String STREAM = "stream";
    static final String HOME = "https://api.stocktwits.com";

    private static final Set<AssetType> TYPES =
            Set.of(AssetType.STOCK, AssetType.ETF, AssetType.CRYPTO, AssetType.INDEX);

    /** The limit is by the hour; without a Retry-After a quarter of it is a fair try. */
    static final Duration USUAL_WAIT = Duration.ofMinutes(15);

    private static final Capabilities CAPABILITIES = new Capabilities(
                    "stocktwits",
                    "StockTwits",
                    HOME,
                    Set.of("api.stocktwits.com"),
                    KeyNeed.NONE,
                    List.of(Quota.of(1, Duration.ofSeconds(2)), Quota.of(150, Duration.ofHours(1))),
                    List.of(Capability.of(Dataset.ARTICLES, TYPES, List.of("title", "url", "published_at", "symbols"))),
                    PriceBasis.RAW,
                    "USD",
                    "Undocumented today: about 200 calls an hour by address, no new applications; read the terms before"
                            + " enabling it.",
                    "StockTwits terms of service; posts are their authors'",
                    "StockTwits",
                    null)
            .offByDefault();

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(STREAM, "the newest posts of a symbol, thirty a page");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("articles", STREAM, "news", STREAM, "posts", STREAM, "messages", STREAM, "symbol", STREAM);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        if (CAPABILITIES.offer(request.dataset(), request.assetType()).isEmpty()) {
            return List.of();
        }
        return request.symbols().stream()
                .filter(symbol -> !symbol.equals(Dataset.ANY_SYMBOL))
                .flatMap(symbol -> call(access.endpoint(), STREAM, symbol).stream())
                .toList();
    }

    static Optional<WebCall> call(String endpoint, String kind, String symbol) {
        return StockTwitsSymbols.spell(symbol)
                .map(theirs -> WebCall.of(
                        kind,
                        "%s/api/2/streams/symbol/%s.json"
                                .formatted(endpoint, URLEncoder.encode(theirs, StandardCharsets.UTF_8)),
                        symbol));
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        String text = response.text();
        Optional<JsonNode> json = WebJson.parse(text).or(() -> StreamReader.lines(text));
        Optional<ProviderAnswer> why = refusal(json, response);
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        String kind = PageKind.parse(context.kind()).kind();
        if (!aliases().getOrDefault(kind, kind).equals(STREAM)) {
            return Reading.schemaChanged("kind is '%s'; allowed: stream".formatted(kind));
        }
        return json.filter(JsonNode::isContainerNode)
                .map(tree -> StreamReader.read(context, onePost(tree)))
                .orElseGet(() -> Readings.unreadable(response, "a JSON list of messages"));
    }

    /** A file of one line is a post without a list. */
    private static JsonNode onePost(JsonNode tree) {
        boolean isPost = tree.isObject() && tree.has("body") && tree.has("created_at") && !tree.has("messages");
        return isPost ? JsonNodeFactory.instance.arrayNode().add(tree) : tree;
    }

    /** The envelope repeats the status, which counts where the answer came with 200 all the same. */
    private static Optional<ProviderAnswer> refusal(Optional<JsonNode> json, WebResponse response) {
        int said =
                json.map(tree -> tree.path("response").path("status").asInt(0)).orElse(0);
        int status = response.status() >= 200 && response.status() < 300 && said != 0 ? said : response.status();
        String words = json.map(tree -> tree.path("errors").toString().toLowerCase(Locale.ROOT))
                .orElse("");
        String seen = WebStatus.seen(response);
        if (status == 429 || words.contains("rate limit")) {
            boolean isTimed = response.header("retry-after").isPresent();
            return Optional.of(new Throttled(isTimed ? WebStatus.waitTime(response) : USUAL_WAIT, seen));
        }
        return switch (status) {
            case 200 -> hasErrors(json) ? Optional.of(new SchemaChanged(seen)) : Optional.empty();
            case 404 -> Optional.of(json.isPresent() ? new SymbolUnknown(seen) : new SchemaChanged(seen));
            case 401 -> Optional.of(new BadKey(seen));
            case 403 -> Optional.of(new Blocked(seen));
            default ->
                WebStatus.refusal(response)
                        .or(() -> Optional.of(said >= 500 ? new Unreachable(seen) : new SchemaChanged(seen)));
        };
    }

    private static boolean hasErrors(Optional<JsonNode> json) {
        return json.filter(tree -> !tree.path("errors").isEmpty() && !tree.has("messages"))
                .isPresent();
    }
}
