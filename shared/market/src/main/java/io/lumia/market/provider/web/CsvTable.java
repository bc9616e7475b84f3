package io.lumia.market.provider.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A provider's table: a header, then one row a line. Commas separate, quotes are not known: prices need none, and a row
 * with a quoted comma has a cell too many, which is reported.
 *
 * @param header names of the columns, lower case, a space for each underscore
 * @param rows   not empty lines after it
 * @param isEnded whether the last line has its line break; where a provider always sends it, a body without one was cut
 */
public record CsvTable(List<String> header, List<Row> rows, boolean isEnded) {

    private static final int MAX_ROWS = 200_000;

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Empty where the text has no lines, or more than any honest answer. */
    public static Optional<CsvTable> parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || lines.size() > MAX_ROWS) {
            return Optional.empty();
        }
        List<String> header = cells(lines.getFirst().toLowerCase(Locale.ROOT).replace('_', ' '));
        List<Row> rows = new ArrayList<>(lines.size() - 1);
        for (int i = 1; i < lines.size(); i++) {
            rows.add(new Row(i + 1L, lines.get(i), header, cells(lines.get(i))));
        }
        return Optional.of(new CsvTable(header, rows, text.endsWith("\n")));
    }

    public boolean hasAll(String... columns) {
        return header.containsAll(Arrays.asList(columns));
    }

    /** Whether the last line has fewer cells than the header: the body was cut. */
    public boolean isCut() {
        return !rows.isEmpty() && rows.getLast().cells().size() < header.size();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    /**
     * A line.
     *
     * @param line header is 1
     */
    public record Row(long line, String text, List<String> header, List<String> cells) implements RowCells {

        public boolean isWhole() {
            return cells.size() == header.size();
        }

        @Override
        public String cell(String column) {
            int position = header.indexOf(column);
            return position < 0 || position >= cells.size() ? "" : cells.get(position);
        }
    }
}
