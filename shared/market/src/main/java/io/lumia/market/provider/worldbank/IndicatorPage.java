package io.lumia.market.provider.worldbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * An answer in either form: JSON {@code [{"page":1,…},[row,…]]} or {@code [{"message":[…]}]}, XML {@code wb:data} or
 * {@code wb:error}.
 *
 * @param message what went wrong; empty where nothing did
 * @param page    1 for the first; 0 in an answer about nothing
 * @param perPage rows per page
 */
record IndicatorPage(List<Entry> entries, String message, int page, int pages, int perPage) {

    /**
     * A row as written.
     *
     * @param country code of three letters; of two, or a region's, where the answer has no other
     * @param value   empty where there is none
     */
    record Entry(String indicator, String country, String date, String value, String raw) {}

    /** Empty where it is neither. */
    static Optional<IndicatorPage> of(WebResponse response) {
        return response.text().stripLeading().startsWith("<")
                ? WebXml.parse(response.body()).flatMap(IndicatorPage::of)
                : WebJson.parse(response.text()).flatMap(IndicatorPage::of);
    }

    private static Optional<IndicatorPage> of(JsonNode tree) {
        JsonNode meta = tree.path(0);
        if (!tree.isArray() || !meta.isObject()) {
            return Optional.empty();
        }
        if (meta.has("message")) {
            JsonNode first = meta.path("message").path(0);
            return Optional.of(failed("%s %s: %s"
                    .formatted(
                            first.path("id").asText(),
                            first.path("key").asText(),
                            first.path("value").asText())));
        }
        JsonNode rows = tree.path(1);
        boolean known = meta.has("page") && meta.has("total") && (rows.isArray() || rows.isNull());
        if (!known) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(entry(row)));
        return Optional.of(new IndicatorPage(
                entries,
                "",
                meta.path("page").asInt(),
                meta.path("pages").asInt(),
                meta.path("per_page").asInt()));
    }

    private static Entry entry(JsonNode row) {
        String three = row.path("countryiso3code").asText("");
        JsonNode value = row.path("value");
        return new Entry(
                row.path("indicator").path("id").asText(""),
                three.isEmpty() ? row.path("country").path("id").asText("") : three,
                row.path("date").asText(""),
                value.isValueNode() ? value.asText("") : "?",
                row.toString());
    }

    private static Optional<IndicatorPage> of(Element root) {
        if ("error".equals(root.getLocalName())) {
            Element message = WebXml.first(root, "message").orElse(root);
            return Optional.of(failed("%s %s: %s"
                    .formatted(
                            message.getAttribute("id"),
                            message.getAttribute("key"),
                            message.getTextContent().strip())));
        }
        if (!"data".equals(root.getLocalName()) || !root.hasAttribute("page")) {
            return Optional.empty();
        }
        List<Entry> entries =
                WebXml.children(root).stream().map(IndicatorPage::entry).toList();
        return Optional.of(
                new IndicatorPage(entries, "", number(root, "page"), number(root, "pages"), number(root, "per_page")));
    }

    private static Entry entry(Element row) {
        String three = WebXml.text(row, "countryiso3code");
        return new Entry(
                attribute(row, "indicator"),
                three.isEmpty() ? attribute(row, "country") : three,
                WebXml.text(row, "date"),
                WebXml.first(row, "value").isPresent() ? WebXml.text(row, "value") : "?",
                row.getTextContent().replaceAll("\\s+", " ").strip());
    }

    private static String attribute(Element row, String name) {
        return WebXml.first(row, name)
                .map(element -> element.getAttribute("id"))
                .orElse("");
    }

    private static int number(Element root, String name) {
        String text = root.getAttribute(name);
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }

    private static IndicatorPage failed(String message) {
        return new IndicatorPage(List.of(), message, 0, 0, 0);
    }
}
