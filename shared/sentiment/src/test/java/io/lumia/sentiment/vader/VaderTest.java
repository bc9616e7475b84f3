package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import org.junit.jupiter.api.Test;

class VaderTest {

    private final Vader vader = Vader.standard();

    @Test
    void givesTheScoreOfTheAuthorsExample() {
        VaderScore score = vader.score("VADER is smart, handsome, and funny!");

        assertThat(score).isEqualTo(new VaderScore(0, 0.248, 0.752, 0.8439));
    }

    @Test
    void normalisesTheValenceOfASingleWord() {
        // "good" is 1.9 in the lexicon: 1.9 / sqrt(1.9 * 1.9 + 15) = 0.44043
        assertThat(vader.score("good").compound()).isEqualTo(0.4404);
    }

    @Test
    void findsNothingWhereThereAreNoWords() {
        VaderScore nothing = new VaderScore(0, 0, 0, 0);

        assertThat(vader.score("")).isEqualTo(nothing);
        assertThat(vader.score(" \t\r\n\u00A0\u2003\u3000")).isEqualTo(nothing);
    }

    @Test
    void callsWordsOutsideTheLexiconNeutral() {
        VaderScore neutral = new VaderScore(0, 1, 0, 0);

        assertThat(vader.score("\u0000")).isEqualTo(neutral);
        assertThat(vader.score("12 34.5 % ?!")).isEqualTo(neutral);
        assertThat(vader.score("\u0645\u0631\u062D\u0628\u0627 \u202Eabc")).isEqualTo(neutral);
    }

    @Test
    void readsEmojiAsTheirDescription() {
        assertThat(vader.score("😂😁")).isEqualTo(vader.score("face with tears of joy beaming face with smiling eyes"));
    }

    @Test
    void readsLoneSurrogatesAsOrdinaryCharacters() {
        assertThat(vader.score("good \uD83D")).isEqualTo(vader.score("good x"));
        assertThat(vader.score("\uDE02\uD83D good")).isEqualTo(vader.score("xx good"));
    }

    @Test
    void losesNoneOfTheLongestText() {
        String longest = "x ".repeat(Vader.LONGEST_TEXT / 2 - 2) + "good";

        VaderScore score = vader.score(longest);

        assertThat(longest).hasSize(Vader.LONGEST_TEXT);
        assertThat(score).isEqualTo(new VaderScore(0, 1, 0, 0.4404));
    }

    @Test
    void refusesATextThatIsLonger() {
        String tooLong = "x".repeat(Vader.LONGEST_TEXT + 1);

        assertThatThrownBy(() -> vader.score(tooLong))
                .isInstanceOf(AppException.class)
                .hasMessage("text is '1048577 characters'; allowed: at most 1048576 characters");
    }

    @Test
    void endsSoonOnALongTextOfHalvedValences() {
        String longest = "good GOOD great bad ".repeat(50_000) + "but good";

        assertThat(vader.score(longest).compound()).isEqualTo(1);
    }
}
