package io.lumia.recommendation.snapshot.persistence;

import static io.lumia.recommendation.snapshot.persistence.BooksToRead.AS_OF;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.KNOWN_AT;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.LEARNED;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.WEDNESDAY;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.bar;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.Fingerprint.Change;
import io.lumia.recommendation.snapshot.Fingerprint.RowChange;
import io.lumia.recommendation.snapshot.InputKind;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.Snapshots;
import org.junit.jupiter.api.Test;

/** Which bars a snapshot has, and in which units. */
class SnapshotPricesTest {

    private static final String NEXT_EVENING = "2017-11-09T22:00:00Z";

    private final BooksToRead books = new BooksToRead();
    private final Asset stock = books.stock("AAA");

    @Test
    void hasTheLastSessionsUpToTheOneThatClosed() {
        books.bars(
                stock,
                LEARNED,
                bar("2017-10-25", 90),
                bar("2017-10-26", 91),
                bar("2017-11-07", 99),
                bar("2017-11-08", 100));

        MarketSnapshot snapshot = books.read();

        assertThat(snapshot.session()).isEqualTo(WEDNESDAY);
        DailyPrices prices = find(snapshot, stock).prices();
        assertThat(prices.date(0)).as("the tenth session from the end").isEqualTo("2017-10-26");
        assertThat(prices.closes()).containsExactly(91, 99, 100);
        assertThat(prices.volumes()).containsExactly(1000, 1000, 1000);
        assertThat(books.read("2017-11-08T20:59:59Z", KNOWN_AT).session()).isEqualTo(WEDNESDAY.minusDays(1));
    }

    @Test
    void aLaterRevisionDoesNotChangeWhatWasKnown() {
        books.bars(stock, LEARNED, bar("2017-11-07", 99), bar("2017-11-08", 100));
        String before = books.read().id();

        books.bars(stock, "2017-11-08T23:00:00Z", bar("2017-11-08", 123));
        MarketSnapshot again = books.read();
        MarketSnapshot later = books.read(NEXT_EVENING, NEXT_EVENING);

        assertThat(again.id()).isEqualTo(before);
        assertThat(find(again, stock).prices().lastClose()).isEqualTo(100);
        assertThat(find(later, stock).prices().lastClose()).isEqualTo(123);
    }

    @Test
    void aNewerSessionAndAGapThatIsFilledTooLateChangeNothing() {
        books.bars(stock, LEARNED, bar("2017-11-06", 98), bar("2017-11-08", 100));
        String before = books.read().id();

        books.bars(stock, "2017-11-09T21:30:00Z", bar("2017-11-07", 99), bar("2017-11-09", 101));
        MarketSnapshot again = books.read();

        assertThat(again.id()).isEqualTo(before);
        assertThat(find(again, stock).prices().closes()).containsExactly(98, 100);
    }

    @Test
    void ofABarThatCameAfterTheAsOfTheFirstVersionCounts() {
        books.bars(stock, LEARNED, bar("2017-11-08", 100));
        books.bars(stock, "2017-11-08T23:00:00Z", bar("2017-11-07", 99));
        books.bars(stock, "2017-11-09T08:00:00Z", bar("2017-11-07", 55));
        books.bars(stock, "2017-11-09T13:00:00Z", bar("2017-11-07", 56));

        assertThat(find(books.read(), stock).prices().closes()).containsExactly(99, 100);
        assertThat(find(books.read(AS_OF, "2017-11-08T22:30:00Z"), stock)
                        .prices()
                        .closes())
                .as("nobody knew of it yet")
                .containsExactly(100);
    }

    @Test
    void aChangeBehindOurBackIsNamed() {
        Asset other = books.stock("BBB");
        books.bars(stock, LEARNED, bar("2017-11-07", 99), bar("2017-11-08", 100));
        books.bars(other, LEARNED, bar("2017-11-07", 49), bar("2017-11-08", 50));
        MarketSnapshot before = books.read();
        String revision = BooksToRead.bean(Snapshots.class).revision();

        books.execute("UPDATE market.daily_bar SET close = 49.01 WHERE trading_date = '2017-11-07' AND asset_id = "
                + other.key());
        MarketSnapshot after = books.read();

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(before.fingerprint().changesIn(after.fingerprint(), 10))
                .containsExactly(new RowChange(other.id().toString(), InputKind.BAR, "2017-11-07", Change.CHANGED));
        assertThat(BooksToRead.bean(Snapshots.class).revision()).isNotEqualTo(revision);
    }

    @Test
    void theOrderInWhichRowsCameChangesNothing() {
        Asset other = books.stock("BBB");
        books.bars(stock, LEARNED, bar("2017-11-07", 99), bar("2017-11-08", 100));
        books.bars(other, LEARNED, bar("2017-11-07", 49), bar("2017-11-08", 50));
        String before = books.read().id();

        books.execute("DELETE FROM market.daily_bar");
        books.bars(other, LEARNED, bar("2017-11-08", 50));
        books.bars(other, LEARNED, bar("2017-11-07", 49));
        books.bars(stock, LEARNED, bar("2017-11-08", 100));
        books.bars(stock, LEARNED, bar("2017-11-07", 99));

        assertThat(books.read().id()).isEqualTo(before);
    }

    @Test
    void splitsAreInBothColumnsAndDividendsInTheTotals() {
        books.bars(
                stock,
                LEARNED,
                bar("2017-11-03", 200),
                bar("2017-11-06", 100),
                bar("2017-11-07", 98),
                bar("2017-11-08", 100));
        books.action(stock, LEARNED, "2017-11-06", ActionKind.SPLIT, 2);
        books.action(stock, LEARNED, "2017-11-07", ActionKind.DIVIDEND, 2);

        DailyPrices prices = books.seen(stock).prices();

        assertThat(prices.closes()).containsExactly(100, 100, 98, 100);
        assertThat(prices.volumes()).containsExactly(2000, 1000, 1000, 1000);
        assertThat(prices.totals()[0]).as("1 - 2 / 100").isCloseTo(98, within(1e-9));
        assertThat(prices.totals()[3]).isEqualTo(100);
        assertThat(books.seen(stock).splitsSince(WEDNESDAY.minusDays(5))).isEqualTo(2);
    }

    @Test
    void aSplitAfterTheSessionOnlyUndoesWhatItsSourceDid() {
        books.bars(stock, LEARNED, BooksToRead.source("split", PriceBasis.SPLIT_ADJUSTED), bar("2017-11-08", 100));
        books.action(stock, LEARNED, "2017-11-09", ActionKind.SPLIT, 2);

        assertThat(books.seen(stock).prices().lastClose())
                .as("the source knew no action after the eighth")
                .isEqualTo(100);
        assertThat(books.seen(stock).splits()).isEmpty();
    }

    @Test
    void aSourcesOwnAdjustedCloseStandsForDividendsThatNobodyTold() {
        books.bars(
                stock,
                LEARNED,
                new DailyBar(WEDNESDAY.minusDays(1), 100, 100, 100, 100, 1000, 98, 0),
                new DailyBar(WEDNESDAY, 100, 100, 100, 100, 1000, 100, 0));

        assertThat(books.seen(stock).prices().closes()).containsExactly(100, 100);
        assertThat(books.seen(stock).prices().totals()[0]).isCloseTo(98, within(1e-9));
    }

    @Test
    void anActionThatCameTooLateIsNotInThePrices() {
        books.bars(stock, LEARNED, bar("2017-11-07", 100), bar("2017-11-08", 50));
        String before = books.read().id();

        books.action(stock, "2017-11-09T21:00:00Z", "2017-11-08", ActionKind.SPLIT, 2);

        assertThat(books.read().id()).isEqualTo(before);
        assertThat(books.read(AS_OF, NEXT_EVENING).assets().getFirst().prices().closes())
                .containsExactly(50, 50);
    }

    @Test
    void aDayOfCryptoCountsWhenItIsOver() {
        Asset coin = books.asset("BTC-USD", AssetType.CRYPTO, null, null, LEARNED);
        books.bars(coin, LEARNED, bar("2017-11-05", 1), bar("2017-11-07", 3), bar("2017-11-08", 4));

        assertThat(books.seen(coin).prices().closes()).containsExactly(1, 3);
        assertThat(find(books.read("2017-11-09T00:00:00Z", KNOWN_AT), coin)
                        .prices()
                        .closes())
                .containsExactly(1, 3, 4);
    }
}
