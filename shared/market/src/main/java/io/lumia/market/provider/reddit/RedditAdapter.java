package io.lumia.market.provider.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.LocationRule;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reddit: the newest posts of the subreddits that a job names as its location, {@code stocks+investing}. With an OAuth access
 * token as key it is asked for listings, without one for feeds. Off by default.
 */
@ReadsAnswers
public final class RedditAdapter implements WebAdapter {

    static final String LISTING = "listing";
    static final String RSS = "rss";

    private static final String HOME = "https://oauth.reddit.com";

    /** As Reddit writes several at once. */
    private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9_]{2,21}(\\+[A-Za-z0-9_]{2,21}){0,24}");

    private static final Capabilities CAPABILITIES = new Capabilities(
                    "reddit",
                    "Reddit",
                    HOME,
                    Set.of("oauth.reddit.com", "www.reddit.com"),
                    KeyNeed.OPTIONAL,
                    List.of(Quota.of(1, Duration.ofSeconds(6)), Quota.of(100, Duration.ofHours(1))),
                    List.of(Capability.of(
                            Dataset.ARTICLES,
                            Set.of(AssetType.STOCK, AssetType.ETF, AssetType.CRYPTO),
                            List.of("title", "body", "url", "publisher", "published_at"))),
                    PriceBasis.RAW,
                    "USD",
                    "Free for a registered application of non-commercial use, 100 calls a minute; its feeds answer without,"
                            + " not often. Posts that are deleted there must be deleted here.",
                    "Reddit Data API terms; posts are their authors'",
                    "Reddit",
                    null)
            .with(new LocationRule(
                    location -> LOCATION.matcher(location).matches(),
                    "names of 1 to 25 subreddits joined by +, such as stocks+investing"))
            .offByDefault();

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(LISTING, "posts of subreddits, in JSON", RSS, "posts of subreddits, as an Atom feed");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "articles", LISTING,
                "news", LISTING,
                "posts", LISTING,
                "new", LISTING,
                "hot", LISTING,
                "top", LISTING,
                "feed", RSS,
                "atom", RSS);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        String subreddits = request.location();
        String key = access.key();
        if (request.dataset() != Dataset.ARTICLES
                || !LOCATION.matcher(subreddits).matches()) {
            return List.of();
        }
        if (key == null) {
            String endpoint = access.endpoint().equals(HOME) ? ListingReader.SITE : access.endpoint();
            return List.of(WebCall.of(RSS, "%s/r/%s/new/.rss?limit=100".formatted(endpoint, subreddits), ""));
        }
        String address = "%s/r/%s/new?limit=100&raw_json=1".formatted(access.endpoint(), subreddits);
        return List.of(WebCall.of(LISTING, address, "").withHeader("Authorization", "Bearer " + key));
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<JsonNode> json = WebJson.parse(response.text()).filter(JsonNode::isContainerNode);
        Optional<ProviderAnswer> why = RedditErrors.said(json, response);
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        return switch (kind) {
            case LISTING ->
                json.map(tree -> ListingReader.read(context, tree, response))
                        .orElseGet(() -> Readings.unreadable(response, "a JSON listing"));
            case RSS -> PostFeed.read(context, response);
            default -> Reading.schemaChanged("kind is '%s'; allowed: listing, rss".formatted(kind));
        };
    }
}
