package io.lumia.market.provider.bundle;

import io.lumia.kernel.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One CSV record, cut into fields without making strings (RFC 4180: comma, double quotes, a doubled quote inside quotes
 * is a quote; held against FastCSV in the tests). Mutable and re-used from record to record: ten million rows would be
 * seventy million strings.
 */
final class CsvFields {

    private static final byte QUOTE = '"';
    private static final byte COMMA = ',';

    private final int[] starts = new int[BundleLimits.MAX_FIELDS];
    private final int[] ends = new int[BundleLimits.MAX_FIELDS];
    private final boolean[] escaped = new boolean[BundleLimits.MAX_FIELDS];
    private final Decimals decimals = new Decimals();
    private byte[] bytes = new byte[0];
    private int count;

    /** Cuts a record; says what is wrong with it, or null when it could be cut. */
    @Nullable
    String split(byte[] record, int from, int to) {
        bytes = record;
        count = 0;
        int position = from;
        while (true) {
            if (count == BundleLimits.MAX_FIELDS) {
                return "more than " + BundleLimits.MAX_FIELDS + " fields";
            }
            boolean quoted = position < to && record[position] == QUOTE;
            int end = quoted ? closingQuote(position + 1, to) : comma(position, to);
            if (end < 0) {
                return "a quote is opened and not closed";
            }
            starts[count] = quoted ? position + 1 : position;
            ends[count] = end;
            count++;
            position = quoted ? end + 1 : end;
            if (position >= to) {
                return null;
            }
            if (record[position] != COMMA) {
                return "text after a closing quote";
            }
            position++;
        }
    }

    int count() {
        return count;
    }

    boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    int length(int field) {
        return ends[field] - starts[field];
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    byte[] bytes() {
        return bytes;
    }

    String text(int field) {
        String text = new String(bytes, starts[field], length(field), StandardCharsets.UTF_8);
        return escaped[field] ? text.replace("\"\"", "\"") : text;
    }

    /** The symbol in our spelling, or null if none could be meant. */
    @Nullable
    String symbol(int field) {
        int length = length(field);
        if (length == 0 || length > BundleLimits.MAX_NUMBER_CHARACTERS) {
            return null;
        }
        String text = text(field);
        return Symbol.isValid(text) ? Symbol.parse(text).value() : null;
    }

    /** A date as {@code YYYY-MM-DD}, or null. */
    @Nullable
    LocalDate date(int field) {
        int start = starts[field];
        if (length(field) != 10 || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
            return null;
        }
        int year = digits(start, 4);
        int month = digits(start + 5, 2);
        int day = digits(start + 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** See {@link Decimals#parse}; then {@link #numberState()} says whether it is one. */
    double number(int field) {
        return decimals.parse(bytes, starts[field], ends[field]);
    }

    Decimals.State numberState() {
        return decimals.state();
    }

    private int digits(int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private int comma(int from, int to) {
        escaped[count] = false;
        int position = from;
        while (position < to && bytes[position] != COMMA) {
            position++;
        }
        return position;
    }

    private int closingQuote(int from, int to) {
        escaped[count] = false;
        for (int position = from; position < to; position++) {
            if (bytes[position] == QUOTE) {
                if (position + 1 == to || bytes[position + 1] != QUOTE) {
                    return position;
                }
                escaped[count] = true;
                position++;
            }
        }
        return -1;
    }
}
