package io.lumia.market.provider.tiingo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Articles with the tickers that Tiingo has found in them. A time of publication that is a midnight, or later than the moment
 * at which Tiingo saw the article, is no time: only its day is believed.
 */
final class NewsReader {

    private NewsReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        if (!json.isArray()) {
            return Reading.schemaChanged("no list of articles; " + WebStatus.seen(response));
        }
        if (json.isEmpty()) {
            return Reading.none(new EmptyConfirmed("no articles in the range"));
        }
        if (!json.get(0).has("title") || !json.get(0).has("publishedDate")) {
            return Reading.schemaChanged("articles without a title or a publishedDate; " + WebStatus.seen(response));
        }
        if (isAboutOthers(context, json)) {
            return Reading.schemaChanged("no article is about " + context.symbol());
        }
        TextRows rows = new TextRows(context);
        for (int i = 0; i < json.size(); i++) {
            JsonNode row = json.get(i);
            rows.add(i + 1L, row.toString(), () -> article(context, row));
        }
        return rows.reading(List.of());
    }

    private static boolean isAboutOthers(ReadContext context, JsonNode json) {
        if (context.symbol().isEmpty()) {
            return false;
        }
        for (JsonNode row : json) {
            List<String> symbols = symbols(context, row.path("tickers"));
            if (symbols.isEmpty() || symbols.contains(context.symbol())) {
                return false;
            }
        }
        return true;
    }

    private static ReceivedArticle article(ReadContext context, JsonNode row) {
        String url = TextRows.text(row, "url").strip();
        String source = TextRows.text(row, "source").strip();
        String id = TextRows.text(row, "id").strip();
        return new ReceivedArticle(
                // Samples are all numbered 0, which names nothing.
                id.equals("0") ? "" : id,
                ArticleKind.NEWS,
                source.isEmpty() ? TextRows.host(url) : source,
                PlainText.line(TextRows.text(row, "title")),
                PlainText.of(TextRows.text(row, "description")),
                url,
                "",
                published(TextRows.text(row, "publishedDate"), TextRows.text(row, "crawlDate")),
                symbols(context, row.path("tickers")));
    }

    static Published published(String publishedDate, String crawlDate) {
        Instant published = TextTimes.iso("publishedDate", publishedDate);
        boolean isMidnight = published.equals(published.truncatedTo(ChronoUnit.DAYS));
        boolean isBeforeItself =
                !crawlDate.isBlank() && TextTimes.iso("crawlDate", crawlDate).isBefore(published);
        return isMidnight || isBeforeItself
                ? Published.on(published.atZone(ZoneOffset.UTC).toLocalDate())
                : Published.at(published);
    }

    /** A ticker of one that was asked for is spelled as that; what is no symbol of ours is left out. */
    private static List<String> symbols(ReadContext context, JsonNode tickers) {
        Set<String> symbols = new LinkedHashSet<>();
        for (JsonNode ticker : tickers) {
            String theirs = ticker.asText("").strip();
            String ours = context.symbols().stream()
                    .filter(asked -> TiingoSymbols.agree(asked, theirs))
                    .findFirst()
                    .orElse(TiingoSymbols.ours(theirs));
            if (Symbol.isValid(ours)) {
                symbols.add(ours);
            }
        }
        return List.copyOf(symbols);
    }
}
