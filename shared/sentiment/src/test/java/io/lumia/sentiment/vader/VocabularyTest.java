package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.of(Map.of("good", 1.9, "kind", 2.4, "no", -1.2, ":-þ", 1.3));

    @Test
    void findsAWordWhateverItsCase() {
        assertThat(find("gOOd").valence()).isEqualTo(1.9);
        assertThat(find(":-Þ").valence()).isEqualTo(1.3);
        assertThat(find("goodness")).isSameAs(Word.UNKNOWN);
    }

    @Test
    void lowersCaseAsUnicodeSays() {
        String kelvinSign = "\u212A";
        String capitalIWithDot = "\u0130";

        assertThat(find(kelvinSign + "ind").text()).isEqualTo("kind");
        assertThat(find("k" + capitalIWithDot + "nd")).isSameAs(Word.UNKNOWN);
    }

    @Test
    void findsOnlyBetweenTheGivenPositions() {
        assertThat(vocabulary.find("xgoodx".toCharArray(), 1, 5).valence()).isEqualTo(1.9);
    }

    @Test
    void takesAnyContractionOfNotForANegation() {
        assertThat(find("MUSN'T")).isSameAs(Word.UNKNOWN_NEGATION);
        assertThat(find("don't've").negates()).isTrue();
        assertThat(find("été-n't").negates()).isTrue();
        assertThat(find("n't").negates()).isTrue();
        assertThat(find("'tn")).isSameAs(Word.UNKNOWN);
    }

    @Test
    void knowsWordsOfTheRulesThatTheLexiconDoesNotRate() {
        assertThat(find("Extremely").degree()).isEqualTo(0.293);
        assertThat(find("hardly").degree()).isEqualTo(-0.293);
        assertThat(find("never").is(Word.Role.NEVER)).isTrue();
        assertThat(find("to").idioms()).extracting(Phrase::value).containsExactly(3.0);
    }

    private Word find(String token) {
        return vocabulary.find(token.toCharArray(), 0, token.length());
    }
}
