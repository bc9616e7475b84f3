package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguagesTest {

    private static final Languages LANGUAGES = Languages.load();

    @ParameterizedTest
    @CsvFileSource(resources = "/news/languages.csv", numLinesToSkip = 2)
    void tellsShortHeadlinesApartThoughTheSourceSaysEnglish(String language, String title) {
        assertThat(LANGUAGES.detect(title, Languages.ENGLISH)).isEqualTo(language);
        assertThat(LANGUAGES.detect(title, Languages.UNDECIDED)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sanofi rebels make mark in AGM vote on CEO pay",
                "EU mergers and takeovers (Feb 17)",
                "Adobe revenue misses estimate",
                "UPDATE 3-Fox revenue misses on lackluster DVD sales",
                "Deutsche Bank managers waive $45 mln in bonus payments",
                "Lupin Q2 net dips 35 per cent to Rs 409 crore"
            })
    void doesNotMissEnglishThatTheDetectorTakesForANeighbour(String title) {
        assertThat(LANGUAGES.detect(title, Languages.ENGLISH)).isEqualTo("en");
    }

    @Test
    void guessesOfATextAsReceived() {
        assertThat(LANGUAGES.guess("Aktien\u00a0steigen  stark nach Rekordgewinn des Konzerns\u0000"))
                .isEqualTo("de");
        assertThat(LANGUAGES.guess("$BYND moon \uD83D\uDE80")).isEqualTo("en");
        assertThat(LANGUAGES.guess("Shares of the company rose. ".repeat(100_000)))
                .isEqualTo("en");
        assertThat(LANGUAGES.guess("")).isEqualTo("en");
    }

    @Test
    void repeatsWhatTheSourceSaysWhereTheTextSaysNothing() {
        assertThat(LANGUAGES.detect("", Languages.UNDECIDED)).isEqualTo("und");
        assertThat(LANGUAGES.detect("$AAPL 593.10", "fr")).isEqualTo("fr");
        assertThat(LANGUAGES.detect("\uD83D\uDE80\uD800\u0000", "en")).isEqualTo("en");
    }

    @Test
    void readsABoundedBeginningOfAnEndlessText() {
        assertThat(LANGUAGES.detect("the shares of the bank ".repeat(50_000), Languages.UNDECIDED))
                .isEqualTo("en");
    }
}
