package io.lumia.market.provider.rss;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import io.lumia.market.Dataset;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.web.PlainText;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response that should be a feed: RSS 0.90 to 2.0 or Atom 0.3 and 1.0, in whatever encoding, well-formed or not. An
 * item is kept where it says something and its date can be read; one that names no date at all was seen when the feed came.
 * All others are refused one by one, with the reason. A feed that ends in the middle gives its complete items.
 */
public final class FeedReader {

    /** Feeds have some tens; EDGAR's have a hundred. */
    static final int MAX_ITEMS = 2_000;

    private final FeedXml xml;
    private final FeedFields fields;
    private final String symbol;
    private final List<FeedItem> items = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private FeedReader(FeedXml xml, ReadContext context, WebResponse response) {
        this.xml = xml;
        this.fields = new FeedFields(xml, response.receivedAt());
        this.symbol = context.symbol().isEmpty() ? Dataset.ANY_SYMBOL : context.symbol();
    }

    /** A feed, or why there is none. */
    public sealed interface Result {

        record Read(Feed feed) implements Result {}

        record Refused(ProviderAnswer why) implements Result {}
    }

    /** Throws nothing for any content that is not an error of ours; statuses other than success are refused. */
    public static Result read(ReadContext context, WebResponse response) {
        ProviderAnswer refusal = FeedRefusals.find(response).orElse(null);
        if (refusal != null) {
            return new Result.Refused(refusal);
        }
        return switch (FeedXml.parse(FeedCharset.text(response))) {
            case FeedXml.Parsed.NoFeed(String what) -> new Result.Refused(FeedRefusals.noFeed(response, what));
            case FeedXml.Parsed.Tree(FeedXml tree) -> new FeedReader(tree, context, response).read(response);
        };
    }

    private Result read(WebResponse response) {
        List<Element> elements = xml.items();
        if (elements.size() > MAX_ITEMS) {
            String seen = "the feed has %,d items; allowed: at most %,d".formatted(elements.size(), MAX_ITEMS);
            return new Result.Refused(new ProviderAnswer.SchemaChanged(seen));
        }
        if (elements.isEmpty()) {
            return new Result.Refused(
                    xml.isCut()
                            ? new ProviderAnswer.SchemaChanged(
                                    "the feed ends before its first item: " + WebStatus.seen(response))
                            : new ProviderAnswer.EmptyConfirmed("the feed has no items"));
        }
        try {
            SyndFeed feed = FeedTree.read(xml, elements);
            readItems(elements, feed.getEntries());
            String title = PlainText.line(feed.getTitle() == null ? "" : feed.getTitle());
            return new Result.Read(new Feed(title, items, rejected));
        } catch (FeedException | IllegalArgumentException e) {
            String seen =
                    "%s: %s".formatted(WebStatus.beginning(String.valueOf(e.getMessage())), WebStatus.seen(response));
            return new Result.Refused(new ProviderAnswer.SchemaChanged(seen));
        }
    }

    private void readItems(List<Element> elements, List<SyndEntry> entries) {
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            String trouble = trouble(element);
            if (trouble == null) {
                readItem(i + 1, element, entries.get(i));
            } else {
                reject(i + 1, element, QuarantineReason.MALFORMED_LINE, trouble);
            }
        }
        if (xml.isCut() && rejected.stream().noneMatch(row -> row.line() == elements.size())) {
            reject(
                    elements.size() + 1,
                    xml.root(),
                    QuarantineReason.MALFORMED_LINE,
                    "the feed is cut: %s".formatted(String.join("; ", xml.notes())));
        }
    }

    /** Null where the item is whole. */
    private @Nullable String trouble(Element item) {
        boolean holdsAnother = item.getAllElements().stream().skip(1).anyMatch(FeedReader::isItem);
        if (holdsAnother) {
            return "the item holds another: its end is missing";
        }
        if (!FeedXml.isClosed(item)) {
            return "the item's end is missing: the feed is cut";
        }
        return item.children().stream()
                .filter(child -> xml.isFeeds(child) && !FeedXml.isClosed(child))
                .findFirst()
                .map(child -> "the end of <%s> is missing".formatted(child.nodeName()))
                .orElse(null);
    }

    private static boolean isItem(Element element) {
        return Set.of("item", "entry").contains(FeedXml.localName(element));
    }

    private void readItem(long line, Element element, SyndEntry entry) {
        List<String> dates = fields.dates(element);
        Published published = fields.published(dates).orElse(null);
        if (published == null) {
            String seen = "date is %s; allowed: a date that names a day, such as Thu, 16 Jul 2026 18:00:00 GMT"
                    .formatted(
                            dates.stream().map(text -> "'" + shown(text) + "'").collect(Collectors.joining(", ")));
            reject(line, element, QuarantineReason.MALFORMED_LINE, seen);
            return;
        }
        String text = fields.text(entry);
        String title = fields.title(entry, text);
        if (title.isEmpty()) {
            reject(line, element, QuarantineReason.MISSING_VALUE, "title and text are empty");
            return;
        }
        items.add(new FeedItem(
                line,
                fields.id(element),
                title,
                text.equals(title) ? "" : text,
                fields.url(entry),
                fields.language(element),
                published,
                xml.source(element)));
    }

    private static String shown(String text) {
        return WebStatus.beginning(text);
    }

    private void reject(long line, Element element, QuarantineReason reason, String detail) {
        rejected.add(new Rejected(line, symbol, null, reason, RowText.shown(xml.source(element)), detail));
    }
}
