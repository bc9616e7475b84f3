package io.lumia.market.provider.yahoo;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Yahoo's numbers and units. */
final class YahooNumbers {

    /** Whole numbers up to here are exact as floats; beyond, a float's shortest decimal may be another number. */
    private static final double LARGEST_EXACT_FLOAT = 1 << 24;

    /** Quoted in hundredths: pence, cents, agorot. */
    private static final Map<String, String> HUNDREDTHS =
            Map.of("GBp", "GBP", "GBX", "GBP", "ZAc", "ZAR", "ZAC", "ZAR", "ILA", "ILS");

    private YahooNumbers() {}

    /**
     * The number that was meant. Yahoo keeps prices as 32-bit floats and prints them as doubles: 73.72 becomes
     * 73.72000122070312. Where a double is exactly a float, the shortest decimal of that float is what was stored.
     */
    static double meant(double value) {
        float narrow = (float) value;
        if (narrow != value || Math.abs(value) >= LARGEST_EXACT_FLOAT) {
            return value;
        }
        return Double.parseDouble(Float.toString(narrow));
    }

    /** Prices of a currency as Yahoo writes it, in its whole unit. */
    static DoubleUnaryOperator price(String currency) {
        return HUNDREDTHS.containsKey(currency)
                ? value -> BigDecimal.valueOf(meant(value)).movePointLeft(2).doubleValue()
                : YahooNumbers::meant;
    }

    /** ISO 4217 code of a currency as Yahoo writes it. */
    static String currency(String written) {
        String whole = HUNDREDTHS.get(written);
        return whole == null ? written.toUpperCase(Locale.ROOT) : whole;
    }
}
