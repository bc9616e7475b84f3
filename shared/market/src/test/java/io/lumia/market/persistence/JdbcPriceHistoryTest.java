package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.bar;
import static io.lumia.market.persistence.BooksUnderTest.source;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AsOf;
import io.lumia.market.ActionKind;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.Asset;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PriceBasis;
import io.lumia.market.PriceHistory;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JdbcPriceHistoryTest {

    private final BooksUnderTest books = new BooksUnderTest();
    private final Asset ibm = books.given(stock("IBM", null, null));

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aBarIsSeenFromItsSessionsCloseOn() {
        books.load(ibm, Instant.parse("2015-01-01T00:00:00Z"), bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        assertThat(closes("2015-01-05T20:59:59Z")).containsExactly(160.0);
        assertThat(closes("2015-01-05T21:00:00Z")).containsExactly(160.0, 158.5);
    }

    @Test
    void aCorrectionDoesNotChangeWhatWasKnownBefore() {
        books.load(ibm, Instant.parse("2015-01-05T23:00:00Z"), bar("2015-01-05", 158.5));
        books.load(ibm, Instant.parse("2015-01-07T23:00:00Z"), bar("2015-01-05", 157));
        books.load(ibm, Instant.parse("2015-01-09T23:00:00Z"), bar("2015-01-05", 156));

        assertThat(closes("2015-01-06T00:00:00Z")).containsExactly(158.5);
        assertThat(closes("2015-01-07T23:00:00Z")).containsExactly(157.0);
        assertThat(closes("2015-01-08T12:00:00Z")).containsExactly(157.0);
        assertThat(closes("2015-01-10T00:00:00Z")).containsExactly(156.0);
    }

    @Test
    void aBackfilledBarIsSeenInItsFirstValueAndCounted() {
        books.load(ibm, Instant.parse("2020-01-01T00:00:00Z"), bar("2015-01-05", 158.5));
        books.load(ibm, Instant.parse("2020-02-01T00:00:00Z"), bar("2015-01-05", 157));

        StoredBars seen = bars("2015-01-06T00:00:00Z");

        assertThat(seen.bars()).extracting(DailyBar::close).containsExactly(158.5);
        assertThat(seen.backfilled()).isEqualTo(1);
    }

    @Test
    void aSplitInsideAnAdjustedSourceDoesNotShowBeforeItsDay() {
        Source throughYearEnd = source("adjusted", PriceBasis.SPLIT_ADJUSTED, "2014-12-31T00:00:00Z");
        var stamp = new BatchStamp(UUID.randomUUID(), throughYearEnd, Instant.parse("2015-01-01T00:00:00Z"));
        var split = new CorporateAction(LocalDate.parse("2014-06-09"), ActionKind.SPLIT, 7);
        books.inTransaction(() -> {
            books.get(FactStore.class).mergeActions(stamp, Map.of(ibm, List.of(split)));
            return books.get(FactStore.class)
                    .mergeBars(stamp, Map.of(ibm, List.of(bar("2014-06-06", 92.22), bar("2014-06-09", 93.7))));
        });

        assertThat(splitAdjusted("2014-06-07T00:00:00Z")).containsExactly(92.22 * 7);
        assertThat(splitAdjusted("2014-06-10T00:00:00Z")).containsExactly(92.22, 93.7);
    }

    private List<Double> splitAdjusted(String asOf) {
        StoredBars seen = bars(asOf);
        List<StoredAction> actions = books.get(PriceHistory.class).actions(ibm, AsOf.of(Instant.parse(asOf)));
        LocalDate newest = seen.bars().getLast().date();
        AdjustedPrices adjusted = PriceAdjuster.adjust(seen, actions, Adjustment.SPLIT, newest);
        return IntStream.range(0, seen.bars().size()).mapToObj(adjusted::close).toList();
    }

    private List<Double> closes(String asOf) {
        return bars(asOf).bars().stream().map(DailyBar::close).toList();
    }

    private StoredBars bars(String asOf) {
        return books.get(PriceHistory.class)
                .bars(ibm, LocalDate.MIN.withYear(1900), LocalDate.parse("2030-01-01"), AsOf.of(Instant.parse(asOf)));
    }
}
