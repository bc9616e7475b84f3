package io.lumia.news.link;

import static io.lumia.news.link.LinkFixture.linked;
import static io.lumia.news.link.LinkFixture.linkedOn;
import static io.lumia.news.link.LinkFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TickerLinkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Why $AAPL fell today | AAPL",
                "Buffett adds, $BRK.B up | BRK.B",
                "Long $BRK-B here | BRK.B",
                "Software maker (NASDAQ: MSFT) rose | MSFT",
                "Conglomerate (NYSE:GE) sells a unit | GE",
                "Chart of NYSE American: KEY | KEY",
                "The insurer <ALL.N> posted a gain | ALL",
                "The phone maker (AAPL.O) slipped | AAPL",
                "Carmaker <F.N> slipped | F",
                "Closed AAPL US Equity at 99 | AAPL",
                "Buying AAPL shares again | AAPL",
                "CAT shares rise after the bell | CAT",
                "KEY +3% and nothing else | KEY",
                "Biggest mover was IT -2.5% in the session | IT"
            })
    void readsTickersByTheirForm(String title, String symbol) {
        assertThat(linked(title)).containsExactly(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A new dawn for IT workers, ALL invited",
                "ON THE MOVE: brokers change firms",
                "CAT owners spend more NOW than ever",
                "KEY RATES STAY LOW FOR NOW",
                "ALL SHARES FALL ON LOW VOLUME",
                "IT SHARES FALL IN TOKYO",
                "Fine of $5 million and $USD 20",
                "US$A notes and C$ON bills",
                "Telus rose (TSX: T) in Toronto",
                "Vodafone and friends <T.L> fell",
                "T and A rise"
            })
    void takesBareWordsAndForeignListingsForNothing(String title) {
        assertThat(linked(title)).isEmpty();
    }

    @Test
    void readsThreeTickersInARowInAPostOnly() {
        String text = "watching AAPL MSFT GE into the close";

        assertThat(posted(text)).containsExactlyInAnyOrder("AAPL", "MSFT", "GE");
        assertThat(linked(text)).doesNotContain("AAPL", "MSFT");
    }

    @Test
    void readsSmallCashtagsInPostsOnly() {
        assertThat(posted("all in on $aapl")).containsExactly("AAPL");
        assertThat(linked("all in on $aapl")).isEmpty();
    }

    @Test
    void knowsFormerTickersWithinTheirDays() {
        assertThat(linkedOn(LocalDate.of(2022, 6, 8), "Why $FB fell")).containsExactly("META");
        assertThat(linkedOn(LocalDate.of(2022, 6, 9), "Why $FB fell")).isEmpty();
        assertThat(linkedOn(LocalDate.of(2022, 6, 9), "Why $META fell")).containsExactly("META");
    }

    @Test
    void prefersTheNameHpToTheTickerHp() {
        assertThat(linked("HP shares rise on outlook")).containsExactly("HPQ");
        assertThat(linked("Driller rose, $HP leads")).containsExactly("HP");
    }
}
