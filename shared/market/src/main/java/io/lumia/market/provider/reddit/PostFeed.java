package io.lumia.market.provider.reddit;

import io.lumia.market.ArticleKind;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.rss.Feed;
import io.lumia.market.provider.rss.FeedItem;
import io.lumia.market.provider.rss.FeedReader;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.TextRows;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Atom feed of subreddits. Each text ends with who submitted it and two links, which are dropped, from the row as it is
 * shown as well.
 */
final class PostFeed {

    private static final Pattern SUBMITTED = Pattern.compile(
            "(?:^|\\s)submitted by\\s{1,9}/?u/\\S{1,40}(?:\\s{1,9}to\\s{1,9}/?[ru]/\\S{1,40})?(?:\\s{0,9}\\[(?:link|comments)]){0,2}\\s*$");

    private static final Pattern AUTHOR = Pattern.compile("<author\\b.*?(?:</author>|$)", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("(/u/|/user/)[A-Za-z0-9_-]{1,40}");
    private static final Pattern PLACE = Pattern.compile("/r/([A-Za-z0-9_]{2,30})/comments/([a-z0-9]{1,13})");

    private PostFeed() {}

    static Reading read(ReadContext context, WebResponse response) {
        return switch (FeedReader.read(context, response)) {
            case FeedReader.Result.Refused(var why) -> Reading.none(why);
            case FeedReader.Result.Read(Feed feed) -> rows(context, feed);
        };
    }

    private static Reading rows(ReadContext context, Feed feed) {
        TextRows rows = new TextRows(context);
        for (FeedItem item : feed.items()) {
            String raw = withoutUsers(item.raw());
            String body = body(item);
            if (ListingReader.isTakenBack(item.title()) || ListingReader.isTakenBack(body)) {
                rows.nothingSaid(item.line(), raw, "taken back: " + item.title());
            } else {
                rows.add(item.line(), raw, () -> article(item, body));
            }
        }
        feed.rejected().forEach(row -> rows.setAside(withoutUsers(row)));
        return rows.reading(List.of());
    }

    private static ReceivedArticle article(FeedItem item, String body) {
        Matcher place = PLACE.matcher(item.url());
        boolean isPost = place.find();
        String subreddit = isPost ? place.group(1) : "";
        return new ReceivedArticle(
                isPost ? "t3_" + place.group(2) : item.id(),
                ArticleKind.SOCIAL,
                ListingReader.publisher(subreddit),
                item.title(),
                body,
                isPost ? ListingReader.url(place.group(2), subreddit, item.url().substring(place.start())) : item.url(),
                item.language(),
                item.published(),
                List.of());
    }

    private static String body(FeedItem item) {
        return SUBMITTED.matcher(item.body()).replaceFirst("").strip();
    }

    private static String withoutUsers(String raw) {
        return USER.matcher(AUTHOR.matcher(raw).replaceAll("")).replaceAll("$1…");
    }

    private static Rejected withoutUsers(Rejected row) {
        return new Rejected(
                row.line(), row.symbol(), row.date(), row.reason(), withoutUsers(row.row()), row.detail(), row.value());
    }
}
