package io.lumia.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.news.PrepareArticle.Ready;
import io.lumia.news.text.Languages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrepareArticleTest {

    private static final Instant NOW = Instant.parse("2017-11-10T23:00:00Z");

    private final PrepareArticle rules = new PrepareArticle(Languages.load());

    @Test
    void leavesTheLanguageOpenWhereNeitherTheSourceNorTheTextTells() {
        assertThat(language(ArticleKind.NEWS, "Boeing lands jumbo order", "")).isEqualTo("und");
        assertThat(language(ArticleKind.SOCIAL, "$TSLA \uD83D\uDE80", "")).isEqualTo("und");
    }

    @Test
    void takesTheSourcesWordWhereTheTextDoesNotTell() {
        assertThat(language(ArticleKind.SOCIAL, "$TSLA \uD83D\uDE80", "fr")).isEqualTo("fr");
    }

    @Test
    void readsTheLanguageWhereTheSourceNamesNone() {
        assertThat(language(ArticleKind.NEWS, "Shares of the bank fell after the results", ""))
                .isEqualTo("en");
    }

    private String language(ArticleKind kind, String title, String stated) {
        ReceivedArticle received =
                new ReceivedArticle("", kind, "Reuters", title, "", "", stated, Published.at(NOW), List.of());
        return ((Ready) rules.prepare(received, "test", NOW)).article().language();
    }
}
