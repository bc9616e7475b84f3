package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QualityFloorTest {

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "A, ONLY_TICKER",
        "D, ONLY_TICKER",
        "AAPL, ONLY_TICKER",
        "NASDAQ:AAPL, ONLY_TICKER",
        "'(BRK.B), $MSFT', ONLY_TICKER",
        "., NO_WORDS",
        "-, NO_WORDS",
        "2017-11-09 12:30, NO_WORDS",
        "Delete, PLACEHOLDER",
        "DELETE, PLACEHOLDER",
        "[Removed], PLACEHOLDER",
        "UPDATE 1-Delete, PLACEHOLDER",
        "Xx, TOO_SHORT",
        "TEXT-S&P, TOO_SHORT",
        "Internationalisation, TOO_SHORT",
        "https://example.com/a?b=c, ONLY_LINK",
    })
    void refusesATitleThatSaysNothing(String title, QualityFloor.Reason reason) {
        assertThat(QualityFloor.ofTitle(title)).isEqualTo(new QualityFloor.Refused(reason));
        assertThat(reason.text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hess finds more oil off Ghana",
                "FED CUTS RATES",
                "clarins CEO",
                "삼성전자 3분기 영업이익",
                "東芝が上場廃止",
                "Enter the iSwissie"
            })
    void acceptsShortTitles(String title) {
        assertThat(QualityFloor.ofTitle(title)).isEqualTo(new QualityFloor.Accepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$AAPL", "RT @someone: $AAPL $GOOG http://t.co/MWygxi4HIT", "$AAPL 593.10 +0.3%", "@someone :)"})
    void refusesAPostOfTagsAndLinks(String post) {
        assertThat(QualityFloor.ofPost(post)).isEqualTo(new QualityFloor.Refused(QualityFloor.Reason.NOTHING_SAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$TSLA \uD83D\uDE80", "$AAPL up", "lol", "\uD83D\uDCC9", "$FB nope http://t.co/x"})
    void acceptsAPostWithAWordOrAnEmoji(String post) {
        assertThat(QualityFloor.ofPost(post)).isEqualTo(new QualityFloor.Accepted());
    }

    @Test
    void endsOnTitlesThatMakePatternsTryAllDivisions() {
        assertThat(QualityFloor.ofTitle("ABCDEFGHIJKLMNOPQRSTUVWXYZ".repeat(40) + "!"))
                .isNotNull();
        assertThat(QualityFloor.ofTitle("A,".repeat(500_000) + "!")).isNotNull();
        assertThat(QualityFloor.ofPost("$A ".repeat(300_000))).isInstanceOf(QualityFloor.Refused.class);
    }
}
