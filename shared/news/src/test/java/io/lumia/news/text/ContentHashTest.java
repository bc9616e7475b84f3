package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentHashTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Apple's profit rises 5% to $1.2B",
                "UPDATE 2-Apple's profit rises 5 pct to $1.2 bln",
                "CORRECTED-UPDATE 1-Apple’s profit rises 5 percent to $1.2 billion - Reuters",
                "Exclusive: APPLE'S PROFIT RISES 5% to $1.2bn -sources",
                "Apple's profit rises 5% to $1.2 billion | Any Site",
            })
    void isEqualForTheSameTitleInAnotherDress(String title) {
        assertThat(ContentHash.of(title, "")).isEqualTo(ContentHash.of("Apple profit rises 5 pct to $1.2 bln", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Apple profit rises 6 pct to $1.2 bln",
                "Apple profit rises 5 pct to €1.2 bln",
                "Apple profit rises 5 pct to $1.2 mln",
                "Apple profit rises -5 pct to $1.2 bln",
                "Apple profit rises 5 pct to $12 bln",
            })
    void tellsNumbersUnitsAndCurrenciesApart(String title) {
        assertThat(ContentHash.of(title, "")).isNotEqualTo(ContentHash.of("Apple profit rises 5 pct to $1.2 bln", ""));
    }

    @Test
    void changesWithTheBody() {
        assertThat(ContentHash.of("Apple profit rises", "a")).isNotEqualTo(ContentHash.of("Apple profit rises", "b"));
        assertThat(ContentHash.of("Apple profit", "rises")).isNotEqualTo(ContentHash.of("Apple profit rises", ""));
    }

    @Test
    void readsTheWholeBody() {
        String body = "word ".repeat(19_000).strip();

        assertThat(ContentHash.of("Apple", body + " up")).isNotEqualTo(ContentHash.of("Apple", body + " down"));
    }

    @Test
    void keepsThePrefixOfATitleThatHasNothingElse() {
        assertThat(ContentHash.of("BRIEF-Apple", "")).isNotEqualTo(ContentHash.of("MOVES-Apple", ""));
    }
}
