package io.lumia.market.provider.secedgar;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AcceptanceTime;
import io.lumia.market.Filing;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * {@code submissions}: the newest thousand filings of a filer as columns of equal length in {@code filings.recent}, newest
 * first; {@code filings.files} names the pages with the older ones, which hold the columns alone.
 */
final class SubmissionsReader {

    /** A bank that issues notes every day has about two hundred pages. */
    static final int MAX_PAGES = 500;

    private static final List<String> REQUIRED = List.of("accessionNumber", "filingDate", "form");
    private static final Pattern PAGE_NAME = Pattern.compile("CIK\\d{10}-submissions-\\d{1,6}\\.json");

    private SubmissionsReader() {}

    /** @param page the call for an older page, of its file name and its filer */
    static Reading read(ReadContext context, JsonNode tree, BiFunction<String, Cik, WebCall> page) {
        Optional<Cik> cik = Cik.parse(tree.path("cik"));
        JsonNode files = tree.path("filings").path("files");
        if (cik.isEmpty() || !(files.isArray() || files.isMissingNode() || files.isNull())) {
            return Reading.schemaChanged("submissions has no cik or no list of files");
        }
        if (!cik.get().answers(context.symbol()) || !hasTicker(tree.path("tickers"), context.symbol())) {
            return Reading.schemaChanged("asked for %s, got %s with %s"
                    .formatted(context.symbol(), cik.get().symbol(), tree.path("tickers")));
        }
        if (files.size() > MAX_PAGES) {
            return Reading.schemaChanged(
                    "filings.files has %d pages; allowed: up to %d".formatted(files.size(), MAX_PAGES));
        }
        List<WebCall> more = new ArrayList<>();
        for (JsonNode file : files) {
            String name = Rows.text(file, "name");
            if (!PAGE_NAME.matcher(name).matches()) {
                return Reading.schemaChanged(
                        "filings.files names '%s'; allowed: CIK##########-submissions-###.json".formatted(name));
            }
            if (overlaps(context, file)) {
                more.add(page.apply(name, cik.get()));
            }
        }
        return columns(context, cik.get(), tree.path("filings").path("recent"), more);
    }

    /** An older page does not say whose it is: its call's symbol does. */
    static Reading readPage(ReadContext context, JsonNode tree) {
        Optional<Cik> cik = Cik.ofSymbol(context.symbol());
        return cik.isEmpty()
                ? Reading.schemaChanged("a page of submissions needs a symbol such as CIK0000320193, got '%s'"
                        .formatted(context.symbol()))
                : columns(context, cik.get(), tree, List.of());
    }

    /** A filer without tickers may be anybody's question. */
    private static boolean hasTicker(JsonNode tickers, String symbol) {
        if (symbol.isEmpty() || tickers.isEmpty() || Cik.ofSymbol(symbol).isPresent()) {
            return true;
        }
        String asked = symbol.toUpperCase(Locale.ROOT).replace('.', '-');
        for (JsonNode ticker : tickers) {
            if (ticker.asText().replace('.', '-').equalsIgnoreCase(asked)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(ReadContext context, JsonNode file) {
        LocalDate from = context.from();
        LocalDate to = context.to();
        LocalDate first = Rows.date(Rows.text(file, "filingFrom")).orElse(LocalDate.MIN);
        LocalDate last = Rows.date(Rows.text(file, "filingTo")).orElse(LocalDate.MAX);
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }

    private static Reading columns(ReadContext context, Cik cik, JsonNode columns, List<WebCall> more) {
        int length = columns.path("accessionNumber").size();
        for (String name : REQUIRED) {
            if (!columns.path(name).isArray()) {
                return Reading.schemaChanged("submissions has no column " + name);
            }
        }
        for (var column : columns.properties()) {
            if (column.getValue().isArray() && column.getValue().size() != length) {
                return Reading.schemaChanged("column %s has %d entries; allowed: %d as accessionNumber"
                        .formatted(column.getKey(), column.getValue().size(), length));
            }
        }
        ParsedAnswer rows = new Columns(context, cik, columns, clock(columns, length)).rows(length);
        return Rows.reading(rows, more, "no filing in the range");
    }

    private static AcceptanceClock clock(JsonNode columns, int length) {
        List<AcceptanceClock.Times> times = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String accepted = entry(columns, "acceptanceDateTime", i);
            Rows.date(entry(columns, "filingDate", i))
                    .ifPresent(filed -> times.add(new AcceptanceClock.Times(accepted, filed)));
        }
        return AcceptanceClock.of(times);
    }

    private static String entry(JsonNode columns, String column, int index) {
        JsonNode node = columns.path(column).path(index);
        return node.isTextual() ? node.textValue().strip() : "";
    }

    /** The columns of one answer, row by row. */
    private record Columns(ReadContext context, Cik cik, JsonNode columns, AcceptanceClock clock) {

        /** Oldest first. */
        ParsedAnswer rows(int length) {
            ParsedAnswer.Builder rows = ParsedAnswer.builder();
            for (int i = length - 1; i >= 0; i--) {
                read(i, rows);
            }
            return rows.build();
        }

        private void read(int index, ParsedAnswer.Builder rows) {
            String symbol = cik.symbolOr(context.symbol());
            String accession = entry(columns, "accessionNumber", index);
            Optional<LocalDate> filed = Rows.date(entry(columns, "filingDate", index));
            String form = entry(columns, "form", index);
            if (filed.isEmpty() || form.isEmpty() || !Accession.isOne(accession)) {
                String detail = "an accession number, a form and a filing date are needed";
                rows.rejected(Rows.malformed(index + 1L, symbol, filed.orElse(null), raw(index), detail));
                return;
            }
            if (context.wants(filed.get())) {
                rows.filing(new Row<>(
                        index + 1L, symbol, filing(index, accession, form, filed.get()), () -> Rows.raw(raw(index))));
            }
        }

        private Filing filing(int index, String accession, String form, LocalDate filed) {
            Optional<Instant> accepted = clock.instant(entry(columns, "acceptanceDateTime", index));
            return new Filing(
                    cik.value(),
                    accession,
                    form,
                    filed,
                    accepted.orElseGet(() -> AcceptanceTime.assumed(filed)),
                    accepted.isEmpty() || !clock.isCertain(),
                    Rows.date(entry(columns, "reportDate", index)).orElse(null),
                    entry(columns, "primaryDocument", index),
                    entry(columns, "primaryDocDescription", index),
                    entry(columns, "items", index));
        }

        private String raw(int index) {
            StringBuilder text = new StringBuilder();
            columns.properties().forEach(column -> text.append(text.isEmpty() ? "" : ", ")
                    .append(column.getKey())
                    .append('=')
                    .append(column.getValue().path(index).asText()));
            return text.toString();
        }
    }
}
