package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.bar;
import static io.lumia.market.persistence.BooksUnderTest.source;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.CorporateAction;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.PriceBasis;
import io.lumia.market.RereadRequest;
import io.lumia.market.RereadRequests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Apple's 7:1 split of 9 June 2014 becomes known when bars before it are in the books. */
final class RereadRequestsTest {

    private static final Instant NOON = Instant.parse("2014-06-09T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2014-06-09T22:00:00Z");
    private static final CorporateAction SPLIT = new CorporateAction(LocalDate.of(2014, 6, 9), ActionKind.SPLIT, 7);
    private static final CorporateAction DIVIDEND =
            new CorporateAction(LocalDate.of(2014, 6, 9), ActionKind.DIVIDEND, 0.47);

    private final BooksUnderTest books = new BooksUnderTest();
    private final Asset apple = books.given(stock("AAPL", null, null));

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aSplitThatCameAfterAdjustedBarsAsksForThemAgain() {
        loadBars(PriceBasis.SPLIT_ADJUSTED);

        assertThat(note(SPLIT, NOON)).isTrue();

        assertThat(waiting())
                .containsExactly(new RereadRequest(
                        apple.id(), "AAPL", LocalDate.of(2014, 6, 5), "split of 2014-06-09: 7.0", NOON));
    }

    @Test
    void rawPricesAndAFirstLoadNeedNoSecondReading() {
        assertThat(note(SPLIT, NOON)).isFalse();

        loadBars(PriceBasis.RAW);

        assertThat(note(SPLIT, NOON)).isFalse();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aDividendIsOnlyInFullyAdjustedPrices() {
        loadBars(PriceBasis.SPLIT_ADJUSTED);
        assertThat(note(DIVIDEND, NOON)).isFalse();

        loadBars(PriceBasis.FULLY_ADJUSTED);
        assertThat(note(DIVIDEND, NOON)).isTrue();
    }

    @Test
    void oneRequestWaitsUntilBarsThatWereCollectedAfterItAreLoaded() {
        loadBars(PriceBasis.SPLIT_ADJUSTED);
        note(SPLIT, NOON);
        note(SPLIT, EVENING);

        assertThat(done(NOON)).isZero();
        assertThat(waiting()).hasSize(1);
        assertThat(done(EVENING)).isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    private void loadBars(PriceBasis basis) {
        var stamp = new BatchStamp(UUID.randomUUID(), source("s" + basis, basis, "2014-06-06T23:00:00Z"), NOON);
        double close = 645.57 + basis.ordinal();
        books.inTransaction(() -> books.get(FactStore.class)
                .mergeBars(stamp, Map.of(apple, List.of(bar("2014-06-05", close), bar("2014-06-06", close)))));
    }

    private boolean note(CorporateAction action, Instant at) {
        return books.inTransaction(() -> books.get(RereadRequests.class).noteAction(apple, action, at));
    }

    private int done(Instant collectedAt) {
        return books.inTransaction(
                () -> books.get(RereadRequests.class).done(List.of(apple.id()), collectedAt, EVENING));
    }

    private List<RereadRequest> waiting() {
        return books.get(RereadRequests.class).waiting(10);
    }
}
