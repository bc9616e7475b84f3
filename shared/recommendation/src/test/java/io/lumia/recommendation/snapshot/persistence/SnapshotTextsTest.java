package io.lumia.recommendation.snapshot.persistence;

import static io.lumia.recommendation.snapshot.persistence.BooksToRead.WEDNESDAY_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.signals.sentiment.Mention;
import io.lumia.signals.sentiment.Mentions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which texts count. */
class SnapshotTextsTest {

    private static final String NOON = "2017-11-08T17:00:00Z";
    private static final String LATER = "2017-12-31T00:00:00Z";

    private final BooksToRead books = new BooksToRead();
    private final Asset stock = books.stock("AAA");

    @Test
    void hasWhatCouldBeUsedAtTheCloseAndHadBeenCollected() {
        books.article(stock, NOON, NOON, NOON, 0.8);
        books.article(stock, WEDNESDAY_CLOSE, "2017-11-08T21:59:00Z", "2017-11-09T11:00:00Z", 0.6);
        books.article(stock, "2017-11-08T21:00:01Z", "2017-11-08T21:05:00Z", NOON, 0.5);
        books.article(stock, NOON, "2017-11-08T22:00:01Z", NOON, 0.4);
        books.article(stock, NOON, NOON, LATER, 0.3);
        books.article(stock, "2017-09-20T17:00:00Z", NOON, NOON, 0.2);

        List<Mention> seen = books.seen(stock).mentions();

        assertThat(seen).extracting(Mention::score).hasSize(2);
        assertThat(seen.getFirst().score()).isCloseTo(0.6, within(1e-12));
        assertThat(seen.getLast().score()).isCloseTo(0.2, within(1e-12));
        assertThat(books.read().sentimentModel()).isEqualTo("test-1");
    }

    @Test
    void saysTheSameAsTheSentimentOfOneAsset() {
        Asset other = books.stock("BBB");
        int article = books.article(stock, NOON, NOON, NOON, 0.8);
        books.score(article, stock.key(), NOON, 0.1);
        books.article(stock, "2017-10-20T17:00:00Z", NOON, NOON, 0.4);
        books.article(other, NOON, NOON, NOON, 0.3);

        MarketSnapshot snapshot = books.read();

        for (Asset asset : List.of(stock, other)) {
            List<Mention> one = BooksToRead.bean(Mentions.class)
                    .of(asset, Instant.parse("2017-10-01T00:00:00Z"), close(), Instant.parse(BooksToRead.AS_OF));
            assertThat(BooksToRead.find(snapshot, asset).mentions())
                    .isNotEmpty()
                    .isEqualTo(one);
        }
    }

    @Test
    void aLinkThatWasTakenBackLaterCountedThen() {
        books.article(stock, NOON, NOON, NOON, 0.8);
        String before = books.read().id();

        books.execute("""
                INSERT INTO news.article_link_revision
                SELECT article_id, asset_id, linked_at, '%s', method, relevance, evidence, linked_by FROM news.article_link
                """.formatted(LATER));
        books.execute("UPDATE news.article_link SET relevance = 0, linked_at = '%s'".formatted(LATER));

        assertThat(books.read().id()).isEqualTo(before);
        assertThat(books.seen(stock).mentions()).hasSize(1);
    }

    private static Instant close() {
        ExchangeCalendar calendar = ExchangeCalendar.UNITED_STATES;
        return calendar.closeInstant(calendar.lastClosedSession(AsOf.of(Instant.parse(BooksToRead.AS_OF))));
    }
}
