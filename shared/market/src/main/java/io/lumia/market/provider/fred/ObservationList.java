package io.lumia.market.provider.fred;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.QuarantineReason;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * {@code series/observations}: a date and a value as text for each period, a dot where there is none. The answer does not
 * say which series it is; without a symbol in the question its rows have none.
 */
final class ObservationList {

    /** One observation as written; null where a field is missing. */
    private record Entry(@Nullable String date, @Nullable String value, String raw) {}

    private record Page(List<Entry> entries, long count, long limit) {}

    private ObservationList() {}

    static Reading read(ReadContext context, WebResponse response) {
        Optional<Page> page = response.text().stripLeading().startsWith("<") ? xml(response) : json(response);
        if (page.isEmpty()) {
            return Readings.unreadable(response, "observations");
        }
        if (page.get().limit >= FredAdapter.MAX_OBSERVATIONS && page.get().count > page.get().limit) {
            return Reading.schemaChanged(
                    "%d observations; allowed in one answer: %d".formatted(page.get().count, page.get().limit));
        }
        SeriesRows rows = new SeriesRows(context);
        long number = 0;
        for (Entry entry : page.get().entries) {
            number++;
            add(new Line(number, entry.raw), context.symbol(), entry, rows);
        }
        return rows.reading();
    }

    private static void add(Line line, String symbol, Entry entry, SeriesRows rows) {
        Optional<LocalDate> date = Optional.ofNullable(entry.date).flatMap(Periods::day);
        if (date.isEmpty()) {
            rows.malformed(line, symbol, null, "date is '" + entry.date + "'; allowed: a day");
        } else if (entry.value == null) {
            rows.reject(
                    line, symbol, date.get(), QuarantineReason.MISSING_VALUE, "no value; allowed: a number or a dot");
        } else {
            rows.observe(line, symbol, date.get(), entry.value);
        }
    }

    private static Optional<Page> json(WebResponse response) {
        return WebJson.parse(response.text())
                .filter(tree -> tree.path("observations").isArray())
                .map(ObservationList::page);
    }

    private static Page page(JsonNode tree) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : tree.path("observations")) {
            entries.add(new Entry(text(node, "date"), text(node, "value"), node.toString()));
        }
        return new Page(entries, tree.path("count").asLong(), tree.path("limit").asLong());
    }

    /** JSON null is a missing value as a dot is; a missing field is not. */
    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() ? value.asText() : null;
    }

    private static Optional<Page> xml(WebResponse response) {
        return WebXml.parse(response.body())
                .filter(root -> "observations".equals(root.getLocalName()))
                .map(ObservationList::page);
    }

    private static Page page(Element root) {
        List<Entry> entries = WebXml.all(root, "observation").stream()
                .map(node -> new Entry(
                        attribute(node, "date"),
                        attribute(node, "value"),
                        "date='%s' value='%s'".formatted(node.getAttribute("date"), node.getAttribute("value"))))
                .toList();
        return new Page(entries, number(root, "count"), number(root, "limit"));
    }

    private static @Nullable String attribute(Element node, String name) {
        return node.hasAttribute(name) ? node.getAttribute(name) : null;
    }

    private static long number(Element root, String name) {
        String text = root.getAttribute(name);
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
    }
}
