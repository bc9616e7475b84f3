package io.lumia.recommendation.snapshot.persistence;

import static io.lumia.recommendation.snapshot.persistence.BooksToRead.AS_OF;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.LEARNED;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.SERIES;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.WEDNESDAY;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.definition;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.find;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.RiskFree;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which assets a snapshot knows and how, and what money earned without them. */
class SnapshotAssetsTest {

    private static final String LATER = "2017-12-31T00:00:00Z";

    private final BooksToRead books = new BooksToRead();

    @Test
    void theDeadAndTheUnbornAreThereButDoNotLive() {
        Asset dead = books.asset("DEAD", AssetType.STOCK, "1990-01-02", "2017-11-07", LEARNED);
        Asset dying = books.asset("DYING", AssetType.STOCK, "1990-01-02", "2017-11-08", LEARNED);
        Asset unborn = books.asset("UNBORN", AssetType.STOCK, "2017-11-09", null, LEARNED);

        assertThat(books.seen(dead).livesOn(WEDNESDAY)).isFalse();
        assertThat(books.seen(dying).livesOn(WEDNESDAY)).isTrue();
        assertThat(books.seen(unborn).livesOn(WEDNESDAY)).isFalse();
    }

    @Test
    void nobodyKnowsOfADeathThatIsToCome() {
        Asset stock = books.asset("AAA", AssetType.STOCK, "1990-01-02", "2017-11-20", LEARNED);

        assertThat(books.seen(stock).definition().lastDate()).isNull();
    }

    @Test
    void onlyWhatCanHaveAPriceAndWasKnownIsThere() {
        Asset stock = books.stock("AAA");
        books.asset("GDP", AssetType.ECONOMIC_INDICATOR, null, null, LEARNED);
        books.asset("LATE", AssetType.STOCK, null, null, LATER);

        assertThat(books.read().assets()).extracting(SnapshotAsset::id).containsExactly(stock.id());
    }

    @Test
    void whatIsSaidOfItLaterWasNotSaidBefore() {
        Asset stock = books.asset("AAA", AssetType.STOCK, null, null, LEARNED);
        String before = books.read().id();

        books.define(definition("AAA", AssetType.STOCK, "1990-01-02", "2017-11-07"), LATER);
        MarketSnapshot again = books.read();

        assertThat(again.id()).isEqualTo(before);
        assertThat(find(again, stock).livesOn(WEDNESDAY)).isTrue();
        assertThat(find(books.read(LATER, LATER), stock).livesOn(WEDNESDAY)).isFalse();
    }

    @Test
    void hasTheSymbolThatOurBooksTookForTheSessions() {
        Asset facebook = books.asset("FB", AssetType.STOCK, "2012-05-18", null, LEARNED);
        String before = books.read().id();

        books.rename(facebook, "META", WEDNESDAY, LATER);

        assertThat(books.read().id()).isEqualTo(before);
        assertThat(books.read().find("FB")).isPresent();
        assertThat(books.read(AS_OF, LATER).find("FB")).as("held then").isPresent();
        assertThat(books.read(LATER, LATER).find("META")).isPresent();
    }

    @Test
    void theNewestPublicValueIsFreeOfRisk() {
        Asset series = books.asset(SERIES, AssetType.BOND, null, null, LEARNED);
        books.observe(series, LEARNED, "2017-11-06", 1.2);
        books.observe(series, LEARNED, "2017-11-07", 1.25);
        books.observe(series, LEARNED, "2017-11-08", 1.3);

        MarketSnapshot snapshot = books.read();

        assertThat(snapshot.riskFree())
                .as("that of the eighth is out on the ninth")
                .isEqualTo(new RiskFree(0.0125, SERIES, LocalDate.of(2017, 11, 7)));
        books.observe(series, LATER, "2017-11-07", 9);
        assertThat(books.read().id()).isEqualTo(snapshot.id());
    }

    @Test
    void anOldValueIsNone() {
        Asset series = books.asset(SERIES, AssetType.BOND, null, null, LEARNED);
        books.observe(series, LEARNED, "2017-10-24", 1.2);

        assertThat(books.read().riskFree()).isEqualTo(new RiskFree(0, "", WEDNESDAY));
    }
}
