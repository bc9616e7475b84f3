package io.lumia.recommendation.snapshot.persistence;

import static io.lumia.recommendation.snapshot.persistence.BooksToRead.LEARNED;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.bar;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Asset;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotBook;
import io.lumia.recommendation.snapshot.SnapshotBook.KeptSnapshot;
import io.lumia.recommendation.snapshot.Snapshots;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is remembered of snapshots, and how one knows that a newer one could be read. */
class SnapshotBookTest {

    private final BooksToRead books = new BooksToRead();
    private final SnapshotBook book = BooksToRead.bean(SnapshotBook.class);
    private final Snapshots snapshots = BooksToRead.bean(Snapshots.class);

    @Test
    void remembersASnapshotOnce() {
        Asset stock = books.stock("AAA");
        books.bars(stock, LEARNED, bar("2017-11-07", 99), bar("2017-11-08", 100));
        MarketSnapshot snapshot = books.read();

        book.keep(snapshot);
        book.keep(books.read(BooksToRead.AS_OF, "2017-11-09T13:00:00Z"));

        KeptSnapshot kept = book.find(snapshot.id()).orElseThrow();
        assertThat(kept.time()).isEqualTo(snapshot.time());
        assertThat(kept.session()).isEqualTo(snapshot.session());
        assertThat(kept.rows()).as("a definition and two bars").isEqualTo(3);
        assertThat(kept.fingerprint().snapshotId()).isEqualTo(snapshot.id());
        assertThat(kept.fingerprint().changesIn(books.read().fingerprint(), 10)).isEmpty();
        assertThat(book.find("of nothing")).isEmpty();
    }

    @Test
    void theRevisionChangesWithEveryKindOfRow() {
        String start = snapshots.revision();
        Asset stock = books.stock("AAA");
        String defined = snapshots.revision();
        books.report(stock, LEARNED, year("revenue", 2016, "2017-02-20", 20));
        String reported = snapshots.revision();
        books.article(stock, "2017-11-08T17:00:00Z", "2017-11-08T17:05:00Z", LEARNED, 0.8);
        String written = snapshots.revision();
        book.keep(books.read());

        assertThat(Set.of(start, defined, reported, written)).hasSize(4);
        assertThat(snapshots.revision()).as("nothing was learned since").isEqualTo(written);
    }

    @Test
    void aTransactionCountsOnceHoweverMuchItWrites() {
        Asset stock = books.stock("AAA");
        String before = snapshots.revision();

        BooksToRead.inTransaction(() -> {
            books.bars(stock, LEARNED, bar("2017-11-07", 99));
            books.report(stock, LEARNED, year("revenue", 2016, "2017-02-20", 20));
            return true;
        });

        long first = Long.parseLong(before.substring(0, before.indexOf('-')));
        assertThat(snapshots.revision()).as("one row for both").startsWith((first + 1) + "-");
    }
}
