package io.lumia.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    private final SearchWords words =
            SearchWords.of(List.of("# a remark", "", "earnings, profit, net income", "ceo, chief executive"));

    @Test
    void allWordsMustBeThere() {
        assertThat(words.query("apple iPhone")).isEqualTo("((apple)) & ((iphone))");
    }

    @Test
    void aWordAlsoFindsItsSynonyms() {
        assertThat(words.query("apple profit")).isEqualTo("((apple)) & ((earnings) | (profit) | (net <-> income))");
    }

    @Test
    void aPhraseOfSeveralWordsIsFoundAsOne() {
        assertThat(words.query("chief executive leaves")).isEqualTo("((ceo) | (chief <-> executive)) & ((leaves))");
    }

    @Test
    void wordsInQuotesMeanOnlyThemselves() {
        assertThat(words.query("\"net income\" apple")).isEqualTo("(net <-> income) & ((apple))");
    }

    @Test
    void aMinusLeavesOut() {
        assertThat(words.query("apple -profit -\"chief executive\""))
                .isEqualTo("((apple)) & !(profit) & !(chief <-> executive)");
    }

    @Test
    void signsOfAQueryAreNotTakenForOne() {
        assertThat(words.query("a&b | !(c) <-> d:*")).isEqualTo("((a)) & ((b)) & ((c)) & ((d))");
    }

    @Test
    void refusesWhatFindsNothing() {
        assertThatThrownBy(() -> words.query("  &! "))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("q is");
        assertThatThrownBy(() -> words.query("-profit")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> words.query("word ".repeat(21))).isInstanceOf(AppException.class);
    }

    @Test
    void theListThatShipsCanBeRead() {
        assertThat(SearchWords.builtIn().query("takeover")).contains("merger", "acquisition");
    }
}
