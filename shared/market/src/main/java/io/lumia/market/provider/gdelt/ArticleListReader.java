package io.lumia.market.provider.gdelt;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.PlainText;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.TextRows;
import io.lumia.market.provider.web.TextTimes;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headlines with the moment at which GDELT's crawler saw them, which is after they came out. Which of the words asked for
 * an article has is not said, so it names no symbols.
 */
final class ArticleListReader {

    private static final DateTimeFormatter SEEN =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What may be there although there are no articles. */
    private static final Set<String> BESIDE = Set.of("articles", "query_details");

    private ArticleListReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        JsonNode articles = json.path("articles");
        boolean isKnown =
                json.isObject() && json.properties().stream().allMatch(field -> BESIDE.contains(field.getKey()));
        if (isKnown && (articles.isMissingNode() || (articles.isArray() && articles.isEmpty()))) {
            return Reading.none(new EmptyConfirmed("no articles for the query"));
        }
        if (!articles.isArray()) {
            return Reading.schemaChanged("no list of articles; " + WebStatus.seen(response));
        }
        TextRows rows = new TextRows(context);
        for (int i = 0; i < articles.size(); i++) {
            JsonNode row = articles.get(i);
            rows.add(i + 1L, row.toString(), () -> article(row));
        }
        return rows.reading(List.of());
    }

    private static ReceivedArticle article(JsonNode row) {
        String url = TextRows.text(row, "url").strip();
        String domain = TextRows.text(row, "domain").strip();
        return new ReceivedArticle(
                "",
                ArticleKind.NEWS,
                domain.isEmpty() ? TextRows.host(url) : domain,
                PlainText.line(TextRows.text(row, "title")),
                "",
                url,
                GdeltLanguages.code(TextRows.text(row, "language")),
                Published.seenAt(seen(TextRows.text(row, "seendate"))),
                List.of());
    }

    private static Instant seen(String text) {
        try {
            Instant time = LocalDateTime.parse(text.strip(), SEEN).toInstant(ZoneOffset.UTC);
            return TextTimes.plausible("seendate", text, time);
        } catch (DateTimeException _) {
            throw AppException.invalid("seendate", RowText.shown(text), "a time such as 20260805T113000Z");
        }
    }
}
