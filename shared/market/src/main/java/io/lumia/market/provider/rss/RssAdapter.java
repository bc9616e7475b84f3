package io.lumia.market.provider.rss;

import io.lumia.market.ArticleKind;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
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
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** News of any feed. Which one, a job says by its location. */
@ReadsAnswers
public final class RssAdapter implements WebAdapter {

    static final String FEED = "feed";
    static final String SEC_CURRENT = "sec_current";

    /** Another one stands in for all known feeds. */
    static final String ENDPOINT = "https://www.federalreserve.gov";

    private static final String SEC_SITE = "sec.gov";
    private static final int MAX_BYTES = 8 << 20;
    private static final String ACCEPTED =
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                        "rss",
                        "RSS and Atom feeds",
                        ENDPOINT,
                        Set.of("www.federalreserve.gov", "www.ecb.europa.eu", "www.sec.gov", "feeds.finance.yahoo.com"),
                        KeyNeed.NONE,
                        List.of(Quota.of(1, Duration.ofSeconds(1)), Quota.of(60, Duration.ofMinutes(5))),
                        List.of(Capability.of(
                                Dataset.ARTICLES,
                                EnumSet.allOf(AssetType.class),
                                List.of("title", "body", "url", "publisher", "language", "published_at", "symbols"))),
                        PriceBasis.RAW,
                        "USD",
                        "Each publisher's own: the Federal Reserve, the ECB and the SEC let their texts be used with their"
                                + " name; Yahoo's feeds are for personal use; read a feed's terms before you name it.",
                        "Each publisher's own",
                        "The publisher of each article",
                        null)
                .with(FeedLocation.RULE);
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                FEED, "articles of any RSS or Atom feed",
                SEC_CURRENT, "articles: filings that EDGAR has just accepted, by getcurrent");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "news", FEED,
                "articles", FEED,
                "rss", FEED,
                "atom", FEED,
                "fed", FEED,
                "ecb", FEED,
                "yahoo", FEED,
                "sec", SEC_CURRENT,
                "getcurrent", SEC_CURRENT);
    }

    /** None of a location that is none, and none at the SEC without a contact. */
    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        String location = request.location();
        boolean isContactMissing = access.contact() == null || access.contact().isBlank();
        if (request.dataset() != Dataset.ARTICLES
                || !FeedLocation.isAllowed(location)
                || isSec(location) && isContactMissing) {
            return List.of();
        }
        Optional<KnownFeed> known = KnownFeed.find(location);
        String kind = known.filter(feed -> feed == KnownFeed.SEC).isPresent() ? SEC_CURRENT : FEED;
        String address = known.map(feed -> feed.address(access.endpoint())).orElse(location);
        if (!FeedLocation.isPerSymbol(location)) {
            return List.of(call(kind, address, ""));
        }
        return request.symbols().stream()
                .filter(symbol -> !symbol.equals(Dataset.ANY_SYMBOL))
                .map(symbol ->
                        call(kind, address.replace(FeedLocation.PLACE, spelled(symbol, known.isPresent())), symbol))
                .toList();
    }

    private static WebCall call(String kind, String address, String symbol) {
        return WebCall.of(kind, address, symbol).upTo(MAX_BYTES).withHeader("Accept", ACCEPTED);
    }

    /** Yahoo writes share classes with a hyphen; others are asked as we spell. */
    private static String spelled(String symbol, boolean isYahoo) {
        return URLEncoder.encode(isYahoo ? symbol.replaceFirst("\\.([A-C])$", "-$1") : symbol, StandardCharsets.UTF_8);
    }

    private static boolean isSec(String location) {
        return location.equals(KnownFeed.SEC.code())
                || FeedLocation.host(location)
                        .filter(host -> host.equals(SEC_SITE) || host.endsWith("." + SEC_SITE))
                        .isPresent();
    }

    /** The location's, with and without {@code www}. */
    @Override
    public Set<String> hosts(ProviderRequest request) {
        return FeedLocation.host(request.location())
                .map(host -> Set.of(host, host.startsWith("www.") ? host.substring(4) : "www." + host))
                .orElse(Set.of());
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private static Reading readKnown(ReadContext context, WebResponse response) {
        if (!Set.of(FEED, SEC_CURRENT).contains(context.kind())) {
            return Reading.schemaChanged(
                    "request kind '%s'; allowed: %s, %s".formatted(context.kind(), FEED, SEC_CURRENT));
        }
        boolean isOfSymbol = !context.symbol().isEmpty();
        if (isOfSymbol && (response.status() == 404 || response.status() == 410)) {
            return Reading.none(new SymbolUnknown(WebStatus.seen(response)));
        }
        return switch (FeedReader.read(context, response)) {
            case FeedReader.Result.Refused(var why) -> Reading.none(why);
            case FeedReader.Result.Read(Feed feed) -> rows(context, response, feed);
        };
    }

    private static Reading rows(ReadContext context, WebResponse response, Feed feed) {
        boolean isEdgar = EdgarEntries.isEdgar(feed);
        if (context.kind().equals(SEC_CURRENT) && !isEdgar) {
            return Reading.schemaChanged("entries without accession numbers: " + WebStatus.seen(response));
        }
        if (isEdgar) {
            return EdgarEntries.read(context, feed);
        }
        return isUnknownAtYahoo(feed)
                ? Reading.none(new SymbolUnknown("'%s'".formatted(feed.title())))
                : feed.rows(context, item -> article(context, feed, item));
    }

    private static boolean isUnknownAtYahoo(Feed feed) {
        return feed.title().startsWith("Yahoo! Finance: RSS feed not found");
    }

    private static ReceivedArticle article(ReadContext context, Feed feed, FeedItem item) {
        return new ReceivedArticle(
                item.id(),
                ArticleKind.NEWS,
                feed.title(),
                item.title(),
                item.body(),
                item.url(),
                item.language(),
                item.published(),
                context.symbol().isEmpty() ? List.of() : List.of(context.symbol()));
    }
}
