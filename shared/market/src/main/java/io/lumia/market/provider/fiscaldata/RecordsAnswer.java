package io.lumia.market.provider.fiscaldata;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code data} with a record a row, all values as text and {@code "null"} for none; {@code meta} with the fields' types
 * and the number of pages. A field of an amount, rate or number becomes a series named like the field; where texts tell
 * rows of one day apart, as currencies do, they are part of the name: {@code EXCHANGE_RATE:CANADA_DOLLAR}.
 */
final class RecordsAnswer {

    private static final Pattern VALUE_TYPE = Pattern.compile("CURRENCY.*|PERCENTAGE.*|NUMBER|RATE.*");
    private static final Pattern VALUE_NAME = Pattern.compile(".*_(amt|rate|pct|price|bal|qty)");

    /** Numbers that count rows or name the calendar. */
    private static final Pattern NO_VALUE = Pattern.compile("(record_|src_|table_|line_|print_order).*");

    private final ReadContext context;
    private final JsonNode tree;
    private final Wanted wanted;
    private final SeriesRows rows;
    private final Set<String> present = new HashSet<>();

    private RecordsAnswer(ReadContext context, JsonNode tree) {
        this.context = context;
        this.tree = tree;
        this.wanted = Wanted.of(context);
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<Reading> refusal = WebStatus.refusal(response).map(Reading::none);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<JsonNode> tree = WebJson.parse(response.text())
                .filter(node -> node.path("data").isArray() && node.path("meta").isObject() && !node.has("error"));
        return tree.isPresent()
                ? new RecordsAnswer(context, tree.get()).read()
                : Readings.unreadable(response, "data and meta");
    }

    private Reading read() {
        JsonNode data = tree.path("data");
        if (data.isEmpty()) {
            return Reading.none(new EmptyConfirmed("no records"));
        }
        long number = 0;
        for (JsonNode record : data) {
            number++;
            add(new Line(number, record.toString()), record);
        }
        boolean isDebt = FiscalDataAdapter.DEBT_SYMBOLS.stream().anyMatch(present::contains);
        if (context.kind().equals(FiscalDataAdapter.DEBT) && !present.isEmpty() && !isDebt) {
            return Reading.schemaChanged("fields %s; allowed: the debt's".formatted(present));
        }
        if (!present.isEmpty() && wanted.missesAll(present)) {
            return Reading.schemaChanged(
                    "%s was asked for; the answer is about %s".formatted(wanted.symbols(), present));
        }
        return rows.reading(nextPage());
    }

    private void add(Line line, JsonNode record) {
        String written = record.path("record_date").asText("");
        Optional<LocalDate> date = Periods.day(written);
        List<String> fields = valueFields(record);
        if (date.isEmpty() || fields.isEmpty()) {
            rows.malformed(
                    line,
                    "",
                    date.orElse(null),
                    "record_date is '%s' with %d values; allowed: a day with at least one"
                            .formatted(written, fields.size()));
            return;
        }
        String suffix = descriptions(record);
        for (String field : fields) {
            String symbol = field.toUpperCase(Locale.ROOT) + suffix;
            present.add(symbol);
            if (wanted.has(symbol)) {
                rows.observe(line, symbol, date.get(), record.path(field).asText(""));
            }
        }
    }

    private List<String> valueFields(JsonNode record) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            if (isValue(field.getKey())) {
                fields.add(field.getKey());
            }
        }
        return fields;
    }

    private boolean isValue(String field) {
        String type = type(field);
        return !NO_VALUE.matcher(field).matches()
                && (type.isEmpty()
                        ? VALUE_NAME.matcher(field).matches()
                        : VALUE_TYPE.matcher(type).matches());
    }

    private String type(String field) {
        return tree.path("meta").path("dataTypes").path(field).asText("");
    }

    /** What tells rows of one day apart, as a suffix of the symbol; empty where nothing does. */
    private String descriptions(JsonNode record) {
        StringBuilder suffix = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            String text = field.getValue().asText("");
            boolean describes = type(field.getKey()).equals("STRING")
                    && !NO_VALUE.matcher(field.getKey()).matches()
                    && !SeriesRows.isMissing(text);
            if (describes) {
                suffix.append(':').append(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"));
            }
        }
        return suffix.toString();
    }

    /** Of the debt, whose question can be asked again; of other data sets nobody has asked for more than what is here. */
    private List<WebCall> nextPage() {
        int pages = tree.path("meta").path("total-pages").asInt(1);
        int page = pageNumber();
        boolean more =
                context.kind().equals(FiscalDataAdapter.DEBT) && page < Math.min(pages, FiscalDataAdapter.MAX_PAGES);
        List<String> symbols = (wanted.isEverything() ? present : wanted.symbols())
                .stream()
                        .filter(FiscalDataAdapter.DEBT_SYMBOLS::contains)
                        .sorted()
                        .toList();
        return more && !symbols.isEmpty() ? List.of(FiscalDataAdapter.debtPage(context, symbols, page + 1)) : List.of();
    }

    /** The answer does not say it in words: its link to itself does, {@code &page%5Bnumber%5D=2&…}. */
    private int pageNumber() {
        String self = tree.path("links").path("self").asText("");
        var matcher =
                Pattern.compile("page(?:%5B|\\[)number(?:%5D|\\])=(\\d{1,5})").matcher(self);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }
}
