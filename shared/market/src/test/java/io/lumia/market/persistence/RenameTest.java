package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.RAW;
import static io.lumia.market.persistence.BooksUnderTest.bar;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetQuery;
import io.lumia.market.DailyBar;
import io.lumia.market.MergeCounts;
import io.lumia.market.check.SymbolRouting;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facebook traded as FB from 18 May 2012 and as META from 9 June 2022; here a fund has the ticker META before. */
final class RenameTest {

    private static final Symbol FB = new Symbol("FB");
    private static final Symbol META = new Symbol("META");
    private static final LocalDate RENAMED = LocalDate.of(2022, 6, 9);

    private final BooksUnderTest books = new BooksUnderTest();
    private final Asset fund = books.given(stock("META", "2017-06-30", "2018-01-31"));
    private final Asset facebook = books.given(stock("FB", "2012-05-18", null));

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void keepsItsIdentityItsLifeAndItsBarsUnderBothSymbols() {
        assertThat(rename()).isTrue();

        Asset meta = books.catalog().get("META");
        assertThat(meta.id()).isEqualTo(facebook.id());
        assertThat(meta.definition().firstDate()).hasToString("2012-05-18");
        assertThat(books.catalog().find(FB, LocalDate.of(2022, 6, 8))).contains(meta);
        assertThat(books.catalog().find(FB, RENAMED)).isEmpty();
        assertThat(books.catalog().find(META, LocalDate.of(2017, 7, 3))).contains(fund);
        assertThat(books.catalog().get("FB")).isEqualTo(meta);
        assertThat(books.catalog().find(meta.id())).contains(meta);
    }

    @Test
    void isListedAndFoundOnceWithItsPresentSymbol() {
        rename();

        assertThat(books.catalog().all(List.of()).stream()
                        .filter(asset -> asset.id().equals(facebook.id()))
                        .map(asset -> asset.definition().symbol()))
                .containsExactly(META);
        for (String text : List.of("fb", "meta")) {
            assertThat(books.catalog().search(query(null, text)).entries())
                    .filteredOn(entry -> entry.asset().id().equals(facebook.id()))
                    .extracting(entry -> entry.asset().definition().symbol())
                    .containsExactly(META);
        }
        assertThat(books.catalog().search(query("FB", null)).totalItems()).isEqualTo(1);
    }

    @Test
    void rowsFindTheirAssetByTheDayWhicheverSymbolTheSourceUses() {
        rename();
        Asset meta = books.catalog().get("META");
        List<Row<DailyBar>> rows = Stream.of(
                        Map.entry("FB", "2012-05-21"),
                        Map.entry("META", "2015-01-05"),
                        Map.entry("META", "2017-07-03"),
                        Map.entry("META", "2022-06-09"),
                        Map.entry("FB", "2022-06-10"),
                        Map.entry("META", "2012-05-17"))
                .map(row -> new Row<>(1, row.getKey(), bar(row.getValue(), 100), ""))
                .toList();

        SymbolRouting<DailyBar> routed =
                SymbolRouting.route(rows, books.catalog().holders(List.of(FB, META)), DailyBar::date);

        assertThat(routed.rows().get(meta))
                .extracting(row -> row.value().date().toString())
                .containsExactly("2012-05-21", "2015-01-05", "2022-06-09");
        assertThat(routed.rows().get(fund))
                .extracting(row -> row.value().date().toString())
                .containsExactly("2017-07-03");
        assertThat(routed.rejected())
                .extracting(row -> row.symbol() + " " + row.date())
                .containsExactly("FB 2022-06-10", "META 2012-05-17");
    }

    @Test
    void ourBooksKeepWhatTheyCalledItBefore() {
        rename();

        assertThat(books.query("""
                        SELECT superseded ->> 'symbols' FROM market.asset_revision
                         WHERE valid_to = (SELECT learned_at FROM market.asset a WHERE a.asset_id = asset_revision.asset_id)
                        """)).isEqualTo("[{\"symbol\": \"FB\", \"validity\": \"[2012-05-18,)\"}]");
    }

    @Test
    void aSecondTimeChangesNothing() {
        rename();

        assertThat(rename()).isFalse();
        assertThat(books.query("SELECT count(*) FROM market.asset_symbol")).isEqualTo("3");
    }

    @Test
    void whatTheSourceSaysOfTheNewSymbolIsAboutTheSameAsset() {
        rename();

        MergeCounts undated = books.inTransaction(() -> books.catalog().merge(List.of(stock("META", null, null)), RAW));
        MergeCounts dated =
                books.inTransaction(() -> books.catalog().merge(List.of(stock("META", "2022-06-09", null)), RAW));
        MergeCounts former =
                books.inTransaction(() -> books.catalog().merge(List.of(stock("FB", "2012-05-18", "2022-06-08")), RAW));

        // The name changes with the first of them, from "FB Incorporated".
        assertThat(undated).isEqualTo(new MergeCounts(0, 1, 0));
        assertThat(dated).isEqualTo(new MergeCounts(0, 0, 1));
        assertThat(former).isEqualTo(new MergeCounts(0, 0, 1));
        assertThat(books.query("SELECT symbol || validity FROM market.asset_symbol ORDER BY lower(validity)"))
                .isEqualTo("FB[2012-05-18,2022-06-09); META[2017-06-30,2018-02-01); META[2022-06-09,)");
    }

    @Test
    void refusesASymbolThatSomebodyHoldsAndOneThatTheAssetDoesNot() {
        books.given(stock("IBM", null, null));

        assertThatThrownBy(() -> rename(FB, new Symbol("IBM"), RENAMED)).hasMessageContaining("IBM");
        assertThatThrownBy(() -> rename(FB, META, LocalDate.of(2018, 1, 10))).hasMessageContaining("META");
        assertThatThrownBy(() -> rename(new Symbol("IBM"), META, RENAMED)).hasMessageContaining("IBM");
        assertThatThrownBy(() -> rename(FB, META, LocalDate.of(2012, 5, 18))).hasMessageContaining("FB");
        assertThat(books.catalog().get("FB")).isEqualTo(facebook);
    }

    @Test
    void livingStocksOfAFilerAreThoseThatTrade() {
        assertThat(books.catalog().liveStocksOf("320193")).containsExactly(facebook);
        assertThat(books.catalog().liveStocksOf("1")).isEmpty();
    }

    private boolean rename() {
        return rename(FB, META, RENAMED);
    }

    private boolean rename(Symbol old, Symbol current, LocalDate from) {
        return books.inTransaction(() -> books.catalog().rename(facebook.id(), old, current, from));
    }

    private static AssetQuery query(String symbol, String text) {
        return new AssetQuery(symbol, null, null, null, null, text, LocalDate.of(2030, 1, 1), 1, 50);
    }
}
