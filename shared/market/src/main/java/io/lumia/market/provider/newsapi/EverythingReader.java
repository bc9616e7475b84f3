package io.lumia.market.provider.newsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.PlainText;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.TextRows;
import io.lumia.market.provider.web.TextTimes;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Articles with a description and the first 200 characters of their text. What NewsAPI has cut off ends with an ellipsis
 * here as it does there; its count of the missing characters is dropped.
 */
final class EverythingReader {

    private static final Pattern CUT = Pattern.compile("\\s?(?:…|\\.\\.\\.)?\\s?\\[\\+\\d{1,9} chars]$");

    /** What stands for an article that its publisher has withdrawn. */
    private static final String REMOVED = "[Removed]";

    private EverythingReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        JsonNode articles = json.path("articles");
        if (!json.path("status").asText("").equals("ok") || !articles.isArray()) {
            return Reading.schemaChanged("no status ok with articles; " + WebStatus.seen(response));
        }
        if (articles.isEmpty()) {
            return Reading.none(new EmptyConfirmed("no articles for the query"));
        }
        TextRows rows = new TextRows(context);
        for (int i = 0; i < articles.size(); i++) {
            JsonNode row = articles.get(i);
            if (row.path("title").asText("").strip().equals(REMOVED)) {
                rows.nothingSaid(i + 1L, row.toString(), "withdrawn: " + REMOVED);
            } else {
                rows.add(i + 1L, row.toString(), () -> article(row));
            }
        }
        return rows.reading(List.of());
    }

    private static ReceivedArticle article(JsonNode row) {
        String url = TextRows.text(row, "url").strip();
        String source = PlainText.line(TextRows.text(row.path("source"), "name"));
        String description = PlainText.of(TextRows.text(row, "description"));
        String content = PlainText.of(TextRows.text(row, "content"));
        return new ReceivedArticle(
                "",
                ArticleKind.NEWS,
                source.isEmpty() ? TextRows.host(url) : source,
                PlainText.line(TextRows.text(row, "title")),
                body(description, CUT.matcher(content).replaceFirst("…")),
                url,
                "",
                Published.at(TextTimes.iso("publishedAt", TextRows.text(row, "publishedAt"))),
                List.of());
    }

    /** The text often begins with its description. */
    private static String body(String description, String content) {
        String begun = description.replaceFirst("(?:…|\\.\\.\\.)$", "").strip();
        if (begun.isEmpty() || content.startsWith(begun)) {
            return content;
        }
        String cut = content.replaceFirst("…$", "").strip();
        return cut.isEmpty() || description.startsWith(cut) ? description : description + "\n\n" + content;
    }
}
