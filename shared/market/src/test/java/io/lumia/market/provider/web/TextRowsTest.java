package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRowsTest {

    private final TextRows rows = new TextRows(ReadContext.of("news", "", Answers.RECEIVED));

    @Test
    void setsAsideWhatIsEndless() {
        rows.add(1, "raw", () -> text("x".repeat(TextRows.MAX_TITLE_CHARACTERS), "", "2026-01-02T00:00:00Z"));
        rows.add(2, "raw", () -> text("x".repeat(TextRows.MAX_TITLE_CHARACTERS + 1), "", "2026-01-02T00:00:00Z"));
        rows.add(3, "raw", () -> text("x", "y".repeat(TextRows.MAX_BODY_CHARACTERS + 1), "2026-01-02T00:00:00Z"));

        Reading.Rows read = (Reading.Rows) rows.reading(List.of());

        assertThat(read.rows().articles()).hasSize(1);
        assertThat(read.rows().rejected())
                .extracting(row -> row.reason())
                .containsExactly(QuarantineReason.TOO_LONG, QuarantineReason.TOO_LONG);
    }

    @Test
    void textsThatSayNothingAreNoAnswerAndUnreadableOnesNoForm() {
        rows.nothingSaid(1, "raw", "taken back");
        assertThat(Answers.refusal(rows.reading(List.of())).code()).isEqualTo("empty_confirmed");

        rows.add(2, "raw", () -> text("x", "", "3026-01-02T00:00:00Z"));
        assertThat(Answers.refusal(rows.reading(List.of())).code()).isEqualTo("schema_changed");
    }

    @Test
    void laterPagesHaveTheHeadersOfTheFirstOnTheSameHostOnly() {
        WebCall first = WebCall.of("a", "https://one.example/x", "").withHeader("Authorization", "Bearer t");

        assertThat(WebCall.of("a.2", "https://one.example/y", "")
                        .following(first)
                        .headers())
                .containsEntry("Authorization", "Bearer t");
        assertThat(WebCall.of("a.2", "https://two.example/y", "")
                        .following(first)
                        .headers())
                .isEmpty();
        assertThat(PageKind.parse("a").next().toString()).isEqualTo("a.2");
        assertThat(PageKind.parse("a.2").next().toString()).isEqualTo("a.3");
        assertThat(PageKind.parse("a.b")).isEqualTo(new PageKind("a.b", 1));
    }

    private static ReceivedArticle text(String title, String body, String time) {
        Instant at = TextTimes.iso("time", time);
        return new ReceivedArticle("", ArticleKind.NEWS, "p", title, body, "", "", Published.at(at), List.of());
    }
}
