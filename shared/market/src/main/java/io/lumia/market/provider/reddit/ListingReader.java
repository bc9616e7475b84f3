package io.lumia.market.provider.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.web.PlainText;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.TextRows;
import io.lumia.market.provider.web.TextTimes;
import io.lumia.market.provider.web.WebNumbers;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** A listing of posts. What a moderator or its author has taken back is set aside; comments and adverts are no posts. */
final class ListingReader {

    static final String SITE = "https://www.reddit.com";

    private static final String POST = "t3";
    private static final String SUBREDDIT = "t5";
    private static final Set<String> TAKEN_BACK = Set.of("[removed]", "[deleted]", "[deleted by user]");
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,13}");
    private static final List<String> SHOWN =
            List.of("id", "name", "title", "selftext", "created_utc", "subreddit", "removed_by_category");

    private ListingReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        JsonNode children = json.path("data").path("children");
        if (!json.path("kind").asText("").equals("Listing") || !children.isArray()) {
            return Reading.schemaChanged("no listing; " + WebStatus.seen(response));
        }
        if (children.isEmpty()) {
            return Reading.none(new EmptyConfirmed("the listing has no posts"));
        }
        if (children.get(0).path("kind").asText("").equals(SUBREDDIT)) {
            return Reading.none(new SymbolUnknown("no such subreddit: others of a similar name are listed"));
        }
        TextRows rows = new TextRows(context);
        for (int i = 0; i < children.size(); i++) {
            add(rows, i + 1L, children.get(i));
        }
        return rows.reading(List.of());
    }

    private static void add(TextRows rows, long line, JsonNode child) {
        JsonNode post = child.path("data");
        String raw = TextRows.only(post, SHOWN);
        String takenBack = takenBack(post);
        if (child.path("kind").asText("").equals(POST) && !takenBack.isEmpty()) {
            rows.nothingSaid(line, raw, "taken back: " + takenBack);
        } else if (!post.path("promoted").asBoolean(false)) {
            rows.add(line, raw, () -> article(child.path("kind").asText(""), post));
        }
    }

    /** Empty for a post that is still there. A post whose author has left is. */
    private static String takenBack(JsonNode post) {
        String by = post.path("removed_by_category").asText("");
        if (!by.isEmpty() && !by.equals("null")) {
            return by;
        }
        for (String field : List.of("title", "selftext")) {
            String text = post.path(field).asText("").strip();
            if (isTakenBack(text)) {
                return text;
            }
        }
        return "";
    }

    static boolean isTakenBack(String text) {
        return TAKEN_BACK.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static ReceivedArticle article(String kind, JsonNode post) {
        if (!kind.equals(POST)) {
            throw AppException.invalid("kind", RowText.shown(kind), "t3, a post");
        }
        String id = TextRows.text(post, "id").strip();
        if (!ID.matcher(id).matches()) {
            throw AppException.invalid("id", RowText.shown(id), "letters and digits");
        }
        String subreddit = TextRows.text(post, "subreddit").strip();
        return new ReceivedArticle(
                POST + "_" + id,
                ArticleKind.SOCIAL,
                publisher(subreddit),
                PlainText.oneLine(PlainText.decoded(TextRows.text(post, "title"))),
                body(post),
                url(id, subreddit, TextRows.text(post, "permalink")),
                "",
                Published.at(time(post.path("created_utc"))),
                List.of());
    }

    /** A user's own page is named by the user. */
    private static boolean isOfUser(String subreddit) {
        return subreddit.toLowerCase(Locale.ROOT).startsWith("u_");
    }

    static String publisher(String subreddit) {
        return subreddit.isEmpty() || isOfUser(subreddit) ? "reddit.com" : "reddit.com/r/" + subreddit;
    }

    static String url(String id, String subreddit, String permalink) {
        boolean isPlain = permalink.startsWith("/r/") && !isOfUser(subreddit);
        return SITE + (isPlain ? permalink : "/comments/" + id);
    }

    /** As shown on the page where the answer has that, since the text itself is Markdown. */
    private static String body(JsonNode post) {
        String html = TextRows.text(post, "selftext_html");
        return html.isBlank()
                ? PlainText.decoded(TextRows.text(post, "selftext"))
                : PlainText.of(PlainText.decoded(html));
    }

    private static Instant time(JsonNode seconds) {
        OptionalDouble number = WebNumbers.parse(seconds);
        if (number.isEmpty() || Math.abs(number.getAsDouble()) > 1e11) {
            throw AppException.invalid("created_utc", RowText.shown(seconds.toString()), "seconds since 1970");
        }
        return TextTimes.plausible("created_utc", seconds.asText(), Instant.ofEpochSecond((long) number.getAsDouble()));
    }
}
