package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.market.ArticleKind;
import io.lumia.news.ArticleType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticleTypesTest {

    private static final double AIM = 0.9;

    @Test
    void agreesWithAHundredAndTwentyTitlesReadByHand() throws IOException {
        List<NamedCsvRecord> titles = titles();

        List<String> wrong = titles.stream()
                .filter(row ->
                        typeOf(row) != ArticleType.valueOf(row.getField("type").toUpperCase(Locale.ROOT)))
                .map(row -> row.getField("type") + " taken for " + typeOf(row) + ": " + row.getField("title"))
                .toList();

        wrong.forEach(System.out::println);
        assertThat(titles).hasSize(120);
        assertThat(wrong).hasSizeLessThanOrEqualTo((int) ((1 - AIM) * titles.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "FILING, SEC, 8-K Apple Inc, FILING",
        "SOCIAL, reddit, Apple Q2 earnings per share, SOCIAL",
        "NEWS, Federal Reserve, Federal Reserve issues FOMC statement, ANNOUNCEMENT",
        "NEWS, Business Wire, Acme opens an office in Ohio, ANNOUNCEMENT",
        "NEWS, Business Wire, Acme Reports Third Quarter 2025 Results, EARNINGS",
        "NEWS, '', Why Tesla shares are moving, ANALYSIS",
        "NEWS, '', Is Tesla a bargain?, ANALYSIS",
        "NEWS, '', COLUMN-The euro's long march, ANALYSIS",
        "NEWS, '', Goldman upgrades Tesla to buy, ANALYSIS",
        "NEWS, '', UPDATE 1-Fitch downgrades Italy, ANALYSIS",
        "NEWS, '', US STOCKS-Wall St ends up on strong quarterly results, NEWS",
        "NEWS, '', '', NEWS",
    })
    void followsItsRules(ArticleKind kind, String publisher, String title, ArticleType expected) {
        assertThat(ArticleTypes.of(kind, publisher, title)).isEqualTo(expected);
    }

    @Test
    void endsOnEndlessTitles() {
        assertThat(ArticleTypes.of(ArticleKind.NEWS, "", "quarter profit sees why ".repeat(50_000)))
                .isNotNull();
        assertThat(ArticleTypes.of(ArticleKind.NEWS, "", "UPDATE 1-".repeat(50_000)))
                .isNotNull();
    }

    private static ArticleType typeOf(NamedCsvRecord row) {
        String title = ((NormalText.Clean) NormalText.title(row.getField("title"))).text();
        return ArticleTypes.of(ArticleKind.NEWS, "Reuters", title);
    }

    private static List<NamedCsvRecord> titles() throws IOException {
        InputStream file =
                Objects.requireNonNull(ArticleTypesTest.class.getResourceAsStream("/news/article_types.csv"));
        try (var reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
