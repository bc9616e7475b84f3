package io.lumia.market.provider.series;

import io.lumia.market.provider.series.SeriesRows.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A provider's CSV (RFC 4180; commas, or semicolons where the header has no comma): a header and rows, every field
 * stripped of the blanks around it. Empty lines are skipped.
 *
 * @param endsOpen whether the text ends without a line end, as one that was cut does
 */
public record CsvTable(List<String> header, List<CsvRow> rows, boolean endsOpen) {

    /** More than any daily series since 1900 has. */
    private static final int MAX_ROWS = 2_000_000;

    /**
     * A row.
     *
     * @param line its ordinal among the rows, 1 for the first below the header
     */
    public record CsvRow(Line line, List<String> fields) {}

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Empty where there is no header of at least two fields, or a quote is never closed. */
    public static Optional<CsvTable> parse(String text) {
        List<String> records = records(text);
        if (records.isEmpty()
                || records.size() > MAX_ROWS
                || text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        char separator = records.getFirst().indexOf(',') < 0 ? ';' : ',';
        List<String> header = fields(records.getFirst(), separator);
        if (header.size() < 2) {
            return Optional.empty();
        }
        List<CsvRow> rows = new ArrayList<>(records.size());
        for (int i = 1; i < records.size(); i++) {
            rows.add(new CsvRow(new Line(i, records.get(i)), fields(records.get(i), separator)));
        }
        return Optional.of(new CsvTable(header, rows, !text.endsWith("\n") && !text.endsWith("\r")));
    }

    /** Position of a column by name, whatever its case; -1 where there is none. */
    public int column(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).toUpperCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a row is the last one and may have been cut: what is wrong with it is then wrong with the whole answer. */
    public boolean isOpenEnd(CsvRow row) {
        return endsOpen && row.line().number() == rows.size();
    }

    /**
     * Whether the last value of a text without a last line end has lost digits: it has fewer decimals than any other of
     * its column, or, where none has decimals, fewer digits. A cut behind a whole value cannot be seen and does no harm.
     */
    public boolean endsInsideNumber() {
        if (!endsOpen || rows.size() < 2) {
            return false;
        }
        int column = rows.getLast().fields().size() - 1;
        String last = rows.getLast().fields().get(column);
        List<String> others = rows.subList(0, rows.size() - 1).stream()
                .filter(row -> row.fields().size() > column)
                .map(row -> row.fields().get(column))
                .filter(value -> !SeriesRows.isMissing(value))
                .toList();
        if (others.isEmpty() || SeriesRows.isMissing(last)) {
            return false;
        }
        int fewest = others.stream().mapToInt(CsvTable::decimals).min().orElse(0);
        boolean whole = others.stream().allMatch(value -> decimals(value) == 0);
        int shortest = others.stream().mapToInt(String::length).min().orElse(0);
        return decimals(last) < fewest || (whole && last.length() < shortest);
    }

    private static int decimals(String value) {
        int point = value.indexOf('.');
        return point < 0 ? 0 : value.length() - point - 1;
    }

    /** Lines, or several where a quote holds them together. */
    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '\n' || character == '\r')) {
                add(text.substring(start, i), records);
                start = i + 1;
            }
        }
        if (quoted) {
            return List.of();
        }
        add(text.substring(start), records);
        return records;
    }

    private static void add(String record, List<String> records) {
        if (!record.isBlank()) {
            records.add(record);
        }
    }

    private static List<String> fields(String record, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char character = record.charAt(i);
            if (character == '"') {
                boolean escaped = quoted && i + 1 < record.length() && record.charAt(i + 1) == '"';
                if (escaped) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == separator && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
