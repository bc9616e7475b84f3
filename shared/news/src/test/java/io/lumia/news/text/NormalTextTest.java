package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NormalTextTest {

    @Test
    void makesOneBlankOfAnyWhiteSpace() {
        assertThat(NormalText.title("\t Airbus\u00A0sells \r\n 460\u2028planes\u3000 "))
                .isEqualTo(new NormalText.Clean("Airbus sells 460 planes", 0));
    }

    @Test
    void composesAccents() {
        assertThat(NormalText.title("Nestle\u0301")).isEqualTo(new NormalText.Clean("Nestl\u00E9", 0));
    }

    @Test
    void keepsTypographicQuotesAndDashes() {
        String title = "Musk’s “plan” – explained";

        assertThat(NormalText.title(title)).isEqualTo(new NormalText.Clean(title, 0));
    }

    @Test
    void removesAndCountsWhatCannotBeSeen() {
        assertThat(NormalText.title("BRIEF-\u200DEqui\u00ADnix\u200B to\u0000 launch\uFEFF"))
                .isEqualTo(new NormalText.Clean("BRIEF-Equinix to launch", 5));
    }

    @Test
    void removesBidirectionalOverridesButNotTheLetters() {
        assertThat(NormalText.title("pay \u202Emoc.elppa\u202C \u0634\u0631\u0643\u0629"))
                .isEqualTo(new NormalText.Clean("pay moc.elppa \u0634\u0631\u0643\u0629", 2));
    }

    @Test
    void removesHalvesOfSurrogatePairsAndNoncharacters() {
        assertThat(NormalText.title("a\uD83Db\uDE80c\uFFFF \uD83D\uDE80"))
                .isEqualTo(new NormalText.Clean("abc \uD83D\uDE80", 3));
    }

    @Test
    void keepsJoinersThatAreWriting() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";

        assertThat(NormalText.title(family)).isEqualTo(new NormalText.Clean(family, 0));
        assertThat(NormalText.title(persian)).isEqualTo(new NormalText.Clean(persian, 0));
    }

    @Test
    void refusesATitleOneCharacterTooLongAndCutsNothing() {
        assertThat(NormalText.title("x".repeat(1_000))).isEqualTo(new NormalText.Clean("x".repeat(1_000), 0));
        assertThat(NormalText.title("x".repeat(1_001))).isEqualTo(new NormalText.TooLong(1_001, 1_000));
        assertThat(NormalText.body("x".repeat(1_001))).isInstanceOf(NormalText.Clean.class);
        assertThat(NormalText.body("x".repeat(100_001))).isEqualTo(new NormalText.TooLong(100_001, 100_000));
    }

    @Test
    void countsCharactersNotHalves() {
        assertThat(NormalText.title("\uD83D\uDE80".repeat(1_000))).isInstanceOf(NormalText.Clean.class);
    }

    @Test
    void survivesAMegabyteOfMarksOrNulls() {
        assertThat(NormalText.title("a" + "\u0301\u0323".repeat(500_000))).isInstanceOf(NormalText.Clean.class);
        assertThat(NormalText.title("\u0000".repeat(1_000_000))).isEqualTo(new NormalText.Clean("", 1_000_000));
        assertThat(NormalText.title("x".repeat(2_000_001))).isEqualTo(new NormalText.TooLong(2_000_001, 2_000_000));
    }
}
