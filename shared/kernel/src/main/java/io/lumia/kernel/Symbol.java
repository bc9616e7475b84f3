package io.lumia.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An instrument's name as people type it: a ticker, a currency pair, a series id. Which instrument it means depends on
 * the day, since tickers are re-used; {@link AssetId} does not change.
 *
 * @param value 1 to 32 of letters, digits and {@code . - = ^ / _ : &}, upper case
 */
public record Symbol(String value) implements Comparable<Symbol> {

    private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9^][A-Z0-9.\\-=^/_:&]{0,31}");

    public Symbol {
        if (!ALLOWED.matcher(value).matches()) {
            throw AppException.invalid("symbol", value, "1 to 32 characters of A-Z 0-9 . - = ^ / _ : &");
        }
    }

    /** Reads a symbol as typed: surrounding blanks are dropped, letters become upper case. */
    public static Symbol parse(String text) {
        return new Symbol(text.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether {@link #parse} would accept the text. */
    public static boolean isValid(String text) {
        return ALLOWED.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
