package io.lumia.market.provider.rss;

import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A feed as read.
 *
 * @param title    one line; empty where it has none
 * @param items    in its own order
 * @param rejected items that could not be read, with the reason, and one for a missing end
 */
public record Feed(String title, List<FeedItem> items, List<Rejected> rejected) {

    /** Feeds have the newest first. */
    private static final Comparator<FeedItem> OLDEST_FIRST = Comparator.comparing(
                    (FeedItem item) -> item.published().at())
            .thenComparing(Comparator.comparingLong(FeedItem::line).reversed());

    public Feed {
        items = List.copyOf(items);
        rejected = List.copyOf(rejected);
    }

    /** The same with other items, such as some that became one. */
    public Feed withItems(List<FeedItem> others) {
        return new Feed(title, others, rejected);
    }

    /**
     * Rows of what was asked for, oldest first. Of several items of one id the first is believed.
     *
     * @param article what an item is; its symbols decide what the row is about
     */
    public Reading rows(ReadContext context, Function<FeedItem, ReceivedArticle> article) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        List<FeedItem> wanted = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        rejected.forEach(rows::rejected);
        for (FeedItem item : items) {
            if (!context.wants(item.published().date())) {
                continue;
            }
            if (item.id().isEmpty() || ids.add(item.id())) {
                wanted.add(item);
            } else {
                rows.rejected(duplicate(context, item));
            }
        }
        wanted.sort(OLDEST_FIRST);
        wanted.forEach(item -> rows.article(row(item, article.apply(item))));
        ParsedAnswer answer = rows.build();
        return answer.isEmpty()
                ? Reading.none(new EmptyConfirmed(
                        "none of the feed's %d items is of the time asked for".formatted(items.size())))
                : Reading.rows(answer);
    }

    private static Rejected duplicate(ReadContext context, FeedItem item) {
        return new Rejected(
                item.line(),
                context.symbol().isEmpty() ? Dataset.ANY_SYMBOL : context.symbol(),
                item.published().date(),
                QuarantineReason.DUPLICATE,
                RowText.shown(item.raw()),
                "an item before it has the id '%s'".formatted(RowText.shown(item.id())));
    }

    private static Row<ReceivedArticle> row(FeedItem item, ReceivedArticle article) {
        String symbol = article.symbols().isEmpty()
                ? Dataset.ANY_SYMBOL
                : article.symbols().getFirst();
        return new Row<>(item.line(), symbol, article, () -> RowText.shown(item.raw()));
    }
}
