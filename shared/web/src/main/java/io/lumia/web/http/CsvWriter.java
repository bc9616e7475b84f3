package io.lumia.web.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values by RFC 4180 (Shafranovich, 2005): lines end with CRLF, cells with commas, quotes or line breaks
 * are quoted. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are left as they are.
 */
public final class CsvWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder(1 << 14);
    private boolean lineBegun;

    CsvWriter() {}

    /** The rows of a table below its header, as UTF-8. */
    public static byte[] bytes(CsvTable table) {
        CsvWriter csv = new CsvWriter();
        table.csvHeader().forEach(csv::cell);
        csv.endLine();
        table.writeRows(csv);
        return csv.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Text, a date or a code; null is an empty cell. */
    public CsvWriter cell(@Nullable Object value) {
        separate();
        if (value != null) {
            text.append(quoted(harmless(value.toString())));
        }
        return this;
    }

    /** A number; NaN is an empty cell. */
    public CsvWriter number(double value) {
        separate();
        if (!Double.isNaN(value)) {
            text.append(Decimals.text(value));
        }
        return this;
    }

    public void endLine() {
        text.append("\r\n");
        lineBegun = false;
    }

    private void separate() {
        if (lineBegun) {
            text.append(',');
        }
        lineBegun = true;
    }

    private static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
