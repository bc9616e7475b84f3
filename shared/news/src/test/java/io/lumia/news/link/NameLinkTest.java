package io.lumia.news.link;

import static io.lumia.news.link.LinkFixture.linked;
import static io.lumia.news.link.LinkFixture.linkedOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameLinkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Microsoft buys a start-up | MSFT",
                "Court rules against Apple | AAPL",
                "Apple's new phone sells out | AAPL",
                "UPDATE 2-Apple to buy headphone maker | AAPL",
                "Target reports higher profit | TGT",
                "Shoppers return to Target as prices fall | TGT",
                "Gap Inc names a chief | GPS",
                "Visa says spending rose | V",
                "Ball Corp wins can contract | BLL",
                "Best Buy cuts jobs | BBY",
                "Amazon opens a warehouse | AMZN",
                "Oracle sues rival over code | ORCL",
                "Lockheed wins navy order | LMT",
                "J.P. Morgan hires bankers | JPM",
                "JP Morgan hires bankers | JPM",
                "JPMorgan hires bankers | JPM",
                "McDonalds adds breakfast | MCD",
                "McDonald's adds breakfast | MCD",
                "Mc Donald's adds breakfast | MCD",
                "Procter and Gamble lifts prices | PG",
                "P&G lifts prices | PG",
                "AT and T lifts prices | T",
                "AT & T lifts prices | T",
                "Coca Cola lifts prices | KO",
                "Estee Lauder lifts prices | EL",
                "Citgroup lifts prices | C",
                "IBM lifts prices | IBM",
                "Shares of The Procter & Gamble Company rose | PG",
                "Norfolk Southern sees higher volumes | NSC"
            })
    void readsNamesAsPeopleWriteThem(String title, String symbol) {
        assertThat(linked(title)).containsExactly(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best apple pie of the year",
                "Apple pie is back on the menu",
                "Fires in the Amazon rainforest spread",
                "Amazon river falls to record low",
                "Analysts raise price target on steel makers",
                "Target price cut after weak quarter",
                "Gap between rich and poor widens",
                "Visa requirements for students eased",
                "Europe targets visa fraud",
                "New Visa Waiver rules debated",
                "The best buy of the season",
                "Soccer: ball hits referee",
                "Storm hits southern states",
                "Southern California braces for rain",
                "Actor Harrison Ford lands plane on taxiway",
                "Merck KGaA lifts outlook",
                "Time Warner Cable loses subscribers",
                "microsoft word tips",
                "General elections called"
            })
    void leavesWordsThatOnlyLookLikeNames(String title) {
        assertThat(linked(title)).isEmpty();
    }

    @Test
    void wantsMoreThanACapitalWhereEveryWordHasOne() {
        assertThat(linked("Target The Right Muscles")).isEmpty();
        assertThat(linked("Target Reports Record Quarter")).containsExactly("TGT");
        assertThat(linked("GAP IN THE LAW")).isEmpty();
    }

    @Test
    void letsTheBodyConfirmADoubtfulTitle() {
        ArticleText article = new ArticleText(
                "Target website stumbles",
                "Retailer Target Corp said on Monday",
                LinkFixture.DAY,
                TextKind.EDITORIAL,
                List.of());

        Link link = LinkFixture.link("TGT", article);

        assertThat(link.evidence()).extracting(Evidence::field).contains(Evidence.Field.TITLE, Evidence.Field.BODY);
    }

    @Test
    void prefersTheLongestName() {
        Link link = LinkFixture.link("BAC", LinkFixture.news("Bank of America Merrill Lynch hires bankers"));

        assertThat(link.evidence()).extracting(Evidence::text).containsExactly("Bank of America Merrill Lynch");
    }

    @Test
    void keepsNamesWithinCommasThatBecameBlanks() {
        assertThat(linked("Goldman  Wells  Fargo bank on it")).containsExactly("GS");
        assertThat(linked("Apple  Microsoft and Oracle rise")).containsExactlyInAnyOrder("AAPL", "MSFT", "ORCL");
    }

    @Test
    void linksBothShareClasses() {
        assertThat(linked("Google opens a data centre")).containsExactlyInAnyOrder("GOOGL", "GOOG");
        assertThat(linked("Alphabet opens a data centre")).containsExactlyInAnyOrder("GOOGL", "GOOG");
    }

    @Test
    void knowsAliasesWithinTheirDays() {
        assertThat(linkedOn(LocalDate.of(2016, 1, 4), "The iPhone turns ten soon"))
                .containsExactly("AAPL");
        assertThat(linkedOn(LocalDate.of(2006, 1, 4), "The iPhone is a rumour")).isEmpty();
        assertThat(linkedOn(LocalDate.of(2016, 1, 4), "Musk talks of rockets")).containsExactly("TSLA");
        assertThat(linkedOn(LocalDate.of(2016, 1, 4), "Facebook opens an office"))
                .containsExactly("META");
        assertThat(linkedOn(LocalDate.of(2016, 1, 4), "Big Blue buys a firm")).containsExactly("IBM");
    }

    @Test
    void forgetsFormerNamesAfterTheirDays() {
        KnownAsset renamed = new KnownAsset(
                LinkFixture.id("X"),
                "stock",
                null,
                List.of(),
                List.of(
                        new KnownAsset.KnownName("Oldname Inc", null, LocalDate.of(2015, 12, 31)),
                        new KnownAsset.KnownName("Freshname Inc", LocalDate.of(2016, 1, 1), null)),
                null);
        EntityLinker linker = new EntityLinker(AssetIndex.build(List.of(renamed), AliasFile.none()));
        ArticleText before =
                new ArticleText("Oldname rises", "", LocalDate.of(2015, 12, 31), TextKind.EDITORIAL, List.of());
        ArticleText after =
                new ArticleText("Oldname rises", "", LocalDate.of(2016, 1, 1), TextKind.EDITORIAL, List.of());

        assertThat(linker.link(before)).hasSize(1);
        assertThat(linker.link(after)).isEmpty();
    }

    @Test
    void linksNeitherOfTwoCompaniesOfOneName() {
        List<KnownAsset> twins = List.of(
                LinkFixture.asset("ONE", "XNYS", "Zentron Inc", "1"),
                LinkFixture.asset("TWO", "XNYS", "Zentron Corp", "2"));
        EntityLinker linker = new EntityLinker(AssetIndex.build(twins, AliasFile.none()));

        assertThat(linker.link(LinkFixture.news("Zentron rises"))).isEmpty();
        assertThat(linker.link(LinkFixture.news("Zentron (NYSE: TWO) rises")))
                .extracting(Link::assetId)
                .containsExactly(LinkFixture.id("TWO"));
    }
}
