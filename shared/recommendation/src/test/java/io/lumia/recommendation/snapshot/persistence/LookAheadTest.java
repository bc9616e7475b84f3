package io.lumia.recommendation.snapshot.persistence;

import static io.lumia.recommendation.snapshot.persistence.BooksToRead.LEARNED;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.SERIES;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.bar;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.recommendation.snapshot.Fingerprint.RowChange;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever is learned afterwards, about whichever day: a snapshot that is read again is the same. */
class LookAheadTest {

    private static final int ROWS = 60;
    private static final LocalDate FIRST = LocalDate.of(2017, 10, 16);
    private static final int DAYS = 40;

    private final BooksToRead books = new BooksToRead();
    private final List<Asset> stocks = List.of(books.stock("AAA"), books.stock("BBB"), books.stock("CCC"));
    private final Asset series = books.asset(SERIES, AssetType.BOND, null, null, LEARNED);

    @RepeatedTest(5)
    void rowsThatCameLaterChangeNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (Asset stock : stocks) {
            for (LocalDate date = FIRST; date.isBefore(LocalDate.of(2017, 11, 9)); date = date.plusDays(1)) {
                books.bars(stock, LEARNED, bar(date.toString(), 50 + random.nextInt(50)));
            }
            books.report(stock, LEARNED, year("revenue", 2016, "2017-02-20", 20));
            books.article(stock, "2017-11-08T17:00:00Z", "2017-11-08T17:05:00Z", LEARNED, 0.8);
        }
        books.action(stocks.getFirst(), LEARNED, "2017-11-01", ActionKind.SPLIT, 2);
        books.observe(series, LEARNED, "2017-11-06", 1.2);
        MarketSnapshot before = books.read();

        for (int i = 0; i < ROWS; i++) {
            learnSomething(random);
        }
        MarketSnapshot after = books.read();

        assertThat(before.fingerprint().changesIn(after.fingerprint(), 10)).isEqualTo(List.<RowChange>of());
        assertThat(after.id()).isEqualTo(before.id());
    }

    private void learnSomething(Random random) {
        Instant at = Instant.parse(BooksToRead.KNOWN_AT).plusSeconds(1 + random.nextInt(1_000_000));
        Asset stock = stocks.get(random.nextInt(stocks.size()));
        String date = FIRST.plusDays(random.nextInt(DAYS)).toString();
        String learned = at.toString();
        switch (random.nextInt(6)) {
            case 0 -> books.action(stock, learned, date, ActionKind.SPLIT, 1 + random.nextInt(3));
            case 1 -> books.action(stock, learned, date, ActionKind.DIVIDEND, 1 + random.nextInt(3));
            case 2 -> books.report(stock, learned, year("revenue", 2015 + random.nextInt(2), date, random.nextInt(99)));
            case 3 -> books.observe(series, learned, date, random.nextDouble());
            case 4 -> books.article(stock, date + "T17:00:00Z", learned, learned, random.nextDouble());
            default -> books.bars(stock, learned, new DailyBar[] {bar(date, 1 + random.nextInt(200))});
        }
    }
}
