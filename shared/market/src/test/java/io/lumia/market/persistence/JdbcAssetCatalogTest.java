package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.RAW;
import static io.lumia.market.persistence.BooksUnderTest.bar;
import static io.lumia.market.persistence.BooksUnderTest.source;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetStatus;
import io.lumia.market.CorporateAction;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.MergeCounts;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JdbcAssetCatalogTest {

    private final BooksUnderTest books = new BooksUnderTest();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void readsBackWhatWasMerged() {
        Asset ibm = books.given(stock("IBM", "1962-01-02", null));

        assertThat(ibm.definition()).isEqualTo(stock("IBM", "1962-01-02", null));
        assertThat(ibm.status()).isEqualTo(AssetStatus.ACTIVE);
        assertThat(books.catalog().get(ibm.id().toString())).isEqualTo(ibm);
    }

    @Test
    void mergingTheSameDefinitionTwiceChangesNothing() {
        books.given(stock("IBM", null, null));

        MergeCounts again = books.inTransaction(() -> books.catalog().merge(List.of(stock("IBM", null, null)), RAW));

        assertThat(again).isEqualTo(new MergeCounts(0, 0, 1));
    }

    @Test
    void aReusedTickerIsTwoAssets() {
        Asset ship = books.given(stock("USO", "1990-01-02", "1998-12-28"));
        Asset oilFund = books.given(stock("USO", "2006-04-10", null));

        assertThat(ship.id()).isNotEqualTo(oilFund.id());
        assertThat(books.catalog().find(new Symbol("USO"), LocalDate.parse("1998-06-01")))
                .contains(ship);
        assertThat(books.catalog().find(new Symbol("USO"), LocalDate.parse("2000-06-01")))
                .isEmpty();
        assertThat(books.catalog().get("USO")).isEqualTo(oilFund);
        assertThat(ship.status()).isEqualTo(AssetStatus.DELISTED);
    }

    @Test
    void aLastDateAtTheSourcesOwnEndIsNotADelisting() {
        Asset ibm = books.given(stock("IBM", null, "2020-12-31"));

        assertThat(ibm.status()).isEqualTo(AssetStatus.ACTIVE);
        assertThat(ibm.definition().lastDate()).isNull();
    }

    @Test
    void keepsTheSupersededDefinition() {
        books.given(stock("IBM", null, null));

        books.given(stock("IBM", null, "2016-03-01"));

        assertThat(books.query("SELECT superseded ->> 'status' FROM market.asset_revision"))
                .isEqualTo("active");
        assertThat(books.catalog().get("IBM").status()).isEqualTo(AssetStatus.DELISTED);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> books.catalog().get("NOPE"))
                .isInstanceOf(AppException.class)
                .hasMessage("no asset with id or symbol 'NOPE'");
    }

    @Test
    void findsByTheBeginningOfWords() {
        books.given(stock("IBM", null, null));
        books.given(stock("CAT", null, null));

        assertThat(symbols(query("incorp mach", 1, 50))).containsExactly("CAT", "IBM");
        assertThat(symbols(query("ibm", 1, 50))).containsExactly("IBM");
        assertThat(symbols(query("nothing like it", 1, 50))).isEmpty();
        assertThat(symbols(query("'); DROP TABLE market.asset; --", 1, 50))).isEmpty();
    }

    @Test
    void pagesCountAllEvenBeyondTheEnd() {
        books.given(stock("IBM", null, null));
        books.given(stock("CAT", null, null));

        assertThat(books.catalog().search(query(null, 1, 1)).totalItems()).isEqualTo(2);
        assertThat(symbols(query(null, 2, 1))).containsExactly("IBM");
        AssetPage beyond = books.catalog().search(query(null, 9, 1));
        assertThat(beyond.entries()).isEmpty();
        assertThat(beyond.totalItems()).isEqualTo(2);
    }

    @Test
    void theDailyChangeDoesNotTakeASplitForALoss() {
        Asset aapl = books.given(stock("AAPL", null, null));
        Instant learned = Instant.parse("2014-06-09T22:00:00Z");
        books.load(aapl, learned, bar("2014-06-06", 645.57), bar("2014-06-09", 93.7));
        var split = new CorporateAction(LocalDate.parse("2014-06-09"), ActionKind.SPLIT, 7);
        books.inTransaction(() -> books.get(FactStore.class)
                .mergeActions(new BatchStamp(UUID.randomUUID(), RAW, learned), Map.of(aapl, List.of(split))));

        AssetPage.Entry entry =
                books.catalog().search(query("aapl", 1, 1)).entries().getFirst();

        assertThat(entry.latestPrice()).isEqualTo(93.7);
        assertThat(entry.previousClose()).isCloseTo(645.57 / 7, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aSplitAfterAnAdjustedSourcesOwnEndIsNoLossEither() {
        Asset aapl = books.given(stock("AAPL", null, null));
        Source throughTheDayBefore = source("adjusted", PriceBasis.SPLIT_ADJUSTED, "2014-06-06T23:59:59Z");
        var stamp = new BatchStamp(UUID.randomUUID(), throughTheDayBefore, Instant.parse("2014-06-09T22:00:00Z"));
        var split = new CorporateAction(LocalDate.parse("2014-06-09"), ActionKind.SPLIT, 7);
        var bars = List.of(bar("2014-06-06", 645.57), bar("2014-06-09", 93.7));
        books.inTransaction(() -> books.get(FactStore.class).mergeActions(stamp, Map.of(aapl, List.of(split))));
        books.inTransaction(() -> books.get(FactStore.class).mergeBars(stamp, Map.of(aapl, bars)));

        AssetPage.Entry entry =
                books.catalog().search(query("aapl", 1, 1)).entries().getFirst();

        assertThat(entry.previousClose()).isCloseTo(645.57 / 7, org.assertj.core.data.Offset.offset(1e-9));
    }

    private List<String> symbols(AssetQuery query) {
        return books.catalog().search(query).entries().stream()
                .map(entry -> entry.asset().definition().symbol().value())
                .toList();
    }

    private static AssetQuery query(@Nullable String text, int page, int perPage) {
        return new AssetQuery(null, null, null, null, null, text, LocalDate.parse("2030-01-01"), page, perPage);
    }
}
