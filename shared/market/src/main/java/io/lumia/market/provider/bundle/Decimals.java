package io.lumia.market.provider.bundle;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes: an optional minus, digits, an optional point and digits, an optional exponent; a
 * point as decimal sign, no grouping, no blanks inside, no {@code d} or {@code f} behind.
 *
 * <p>Up to 2^53 as digits and 22 decimals the value is one exact division and correctly rounded (Clinger, How to Read
 * Floating Point Numbers Accurately, 1990); anything else is left to {@link Double#parseDouble}.
 */
final class Decimals {

    private static final long MAX_EXACT_DIGITS = 1L << 53;
    private static final int MAX_EXACT_SCALE = 22;
    private static final double[] POWERS_OF_TEN = new double[MAX_EXACT_SCALE + 1];

    static {
        for (int i = 0; i <= MAX_EXACT_SCALE; i++) {
            POWERS_OF_TEN[i] = Double.parseDouble("1e" + i);
        }
    }

    /** What was found. */
    enum State {
        NUMBER,
        EMPTY,
        NOT_FINITE,
        NOT_A_NUMBER
    }

    private State state = State.EMPTY;

    State state() {
        return state;
    }

    /** The number, or NaN with {@link #state()} saying why. Blanks around it are ignored. */
    double parse(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (end > start && bytes[end - 1] == ' ') {
            end--;
        }
        if (start == end) {
            return none(State.EMPTY);
        }
        boolean negative = bytes[start] == '-';
        long digits = 0;
        int scale = -1;
        int count = 0;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9 && digits < MAX_EXACT_DIGITS / 10) {
                digits = digits * 10 + digit;
                count++;
                scale += scale >= 0 ? 1 : 0;
            } else if (bytes[i] == '.' && scale < 0) {
                scale = 0;
            } else {
                return slowly(bytes, start, end);
            }
        }
        if (count == 0 || scale > MAX_EXACT_SCALE) {
            return slowly(bytes, start, end);
        }
        state = State.NUMBER;
        double value = scale > 0 ? digits / POWERS_OF_TEN[scale] : digits;
        return negative ? -value : value;
    }

    private double slowly(byte[] bytes, int start, int end) {
        if (end - start > BundleLimits.MAX_NUMBER_CHARACTERS) {
            return none(State.NOT_A_NUMBER);
        }
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        if (isNamedNonFinite(text)) {
            return none(State.NOT_FINITE);
        }
        if (!isDecimal(text)) {
            return none(State.NOT_A_NUMBER);
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return none(State.NOT_FINITE);
        }
        state = State.NUMBER;
        return value;
    }

    private double none(State why) {
        state = why;
        return Double.NaN;
    }

    private static boolean isNamedNonFinite(String text) {
        String name = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return name.equalsIgnoreCase("nan") || name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity");
    }

    /** {@code -?digits[.digits][e[+-]digits]} with at least one digit before the exponent, and one in it. */
    private static boolean isDecimal(String text) {
        int i = text.startsWith("-") ? 1 : 0;
        int whole = digitsFrom(text, i);
        i += whole;
        int fraction = 0;
        if (i < text.length() && text.charAt(i) == '.') {
            fraction = digitsFrom(text, i + 1);
            i += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i += i + 1 < text.length() && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '+') ? 2 : 1;
            int exponent = digitsFrom(text, i);
            return exponent > 0 && i + exponent == text.length();
        }
        return i == text.length();
    }

    private static int digitsFrom(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }
}
