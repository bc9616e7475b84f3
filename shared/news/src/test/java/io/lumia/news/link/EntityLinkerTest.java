package io.lumia.news.link;

import static io.lumia.news.link.LinkFixture.link;
import static io.lumia.news.link.LinkFixture.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityLinkerTest {

    @Test
    void provesALinkByItsPlaceInUtf16Units() {
        String title = "😀 Dämmerung: Microsoft's \"next\" act";

        Evidence evidence = link("MSFT", news(title)).evidence().getFirst();

        assertThat(title.substring(evidence.start(), evidence.end())).isEqualTo("Microsoft");
        assertThat(evidence.start()).isEqualTo(14);
    }

    @Test
    void weighsABrokerThatRatesLessThanWhomItRates() {
        ArticleText article = news("Goldman upgrades Apple to buy");

        assertThat(link("AAPL", article).relevance())
                .isGreaterThan(3 * link("GS", article).relevance());
    }

    @Test
    void weighsThePlaceOfAStatementLess() {
        double venue = link("META", news("Senator apologises on Facebook")).relevance();

        assertThat(venue)
                .isLessThan(link("META", news("Senator apologises to Facebook")).relevance());
    }

    @Test
    void weighsTheTitleMoreThanTheBody() {
        ArticleText body =
                new ArticleText("Stocks rise", "Microsoft led", LinkFixture.DAY, TextKind.EDITORIAL, List.of());

        assertThat(link("MSFT", news("Microsoft led")).relevance())
                .isGreaterThan(link("MSFT", body).relevance());
    }

    @Test
    void computesTheDocumentedRelevance() {
        assertThat(link("MSFT", news("Microsoft led")).relevance()).isEqualTo(0.95 * (0.4 * 1 + 0.3 * 0.5 + 0.3 * 1));
    }

    @Test
    void takesTheProvidersWordAndRaisesItWhereTheTextAgrees() {
        ArticleText silent = new ArticleText("Stocks rise", "", LinkFixture.DAY, TextKind.EDITORIAL, List.of("MSFT"));
        ArticleText agreeing =
                new ArticleText("Microsoft led", "", LinkFixture.DAY, TextKind.EDITORIAL, List.of("MSFT"));

        assertThat(link("MSFT", silent).method()).isEqualTo(LinkMethod.PROVIDER);
        assertThat(link("MSFT", silent).evidence()).isEmpty();
        assertThat(link("MSFT", agreeing).method()).isEqualTo(LinkMethod.NAME_MATCH);
        assertThat(link("MSFT", agreeing).relevance())
                .isGreaterThan(link("MSFT", news("Microsoft led")).relevance());
    }

    @Test
    void letsTheProviderConfirmADoubtfulWord() {
        ArticleText article =
                new ArticleText("Target The Right Muscles", "", LinkFixture.DAY, TextKind.EDITORIAL, List.of("TGT"));

        assertThat(link("TGT", article).method()).isEqualTo(LinkMethod.NAME_MATCH);
    }

    @Test
    void namesTheStrongestMethod() {
        assertThat(link("MSFT", news("Microsoft (NASDAQ: MSFT) led")).method()).isEqualTo(LinkMethod.SYMBOL_MATCH);
        assertThat(link("AAPL", news("New iPhone sells out")).method()).isEqualTo(LinkMethod.ALIAS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "\uD83D",
                "\uDE00\uD83D Microsoft",
                "שלום Microsoft עולם",
                "\u202EMicrosoft",
                "$",
                "$$$$ (NYSE:",
                "&&&& '''' ....",
                "A.B.C.D.E.F.G.H.I.J.K.L.",
                "𝔐icrosoft"
            })
    void answersHostileTexts(String title) {
        List<Link> links = LinkFixture.linker().link(news(title));

        for (Evidence evidence :
                links.stream().flatMap(link -> link.evidence().stream()).toList()) {
            assertThat(title.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Apple ",
                "A. ",
                "$A ",
                "Microsoft Microsoft",
                "((((",
                "' ",
                "Zyxw ",
                "\u0000",
                "\uD800",
                "Bank of ",
                "  "
            })
    void readsAMillionUnitsAndKeepsItsBounds(String piece) {
        String body = piece.repeat(1_000_000 / piece.length());

        List<Link> links = LinkFixture.linker()
                .link(new ArticleText("Wall of text", body, LinkFixture.DAY, TextKind.SOCIAL, List.of()));

        assertThat(links).hasSizeLessThanOrEqualTo(EntityLinker.MAXIMUM_LINKS).allSatisfy(link -> assertThat(
                        link.evidence())
                .hasSizeLessThanOrEqualTo(EntityLinker.MAXIMUM_EVIDENCE));
    }

    @Test
    void refusesWhatIsLongerThanItsBound() {
        String body = "x".repeat(ArticleText.MAXIMUM_BODY_LENGTH + 1);

        assertThatThrownBy(() -> new ArticleText("t", body, LinkFixture.DAY, TextKind.EDITORIAL, List.of()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("body length");
    }

    @Test
    void givesTheSameAnswerTwice() {
        ArticleText article = news("Goldman  Apple and Google fight over $MSFT  says Wells Fargo");

        assertThat(LinkFixture.linker().link(article))
                .isEqualTo(LinkFixture.linker().link(article));
    }
}
