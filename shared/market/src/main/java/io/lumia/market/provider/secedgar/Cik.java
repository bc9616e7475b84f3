package io.lumia.market.provider.secedgar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SEC's central index key: a number in one answer, a text padded to ten digits in another.
 *
 * @param value without leading zeros, 1 to 10 digits
 */
record Cik(String value) {

    private static final Pattern AS_SYMBOL = Pattern.compile("CIK0*([1-9]\\d{0,9})");
    private static final Pattern DIGITS = Pattern.compile("0*([1-9]\\d{0,9})");

    /** Of a symbol such as {@code CIK0000320193}; empty for a ticker. */
    static Optional<Cik> ofSymbol(String symbol) {
        return match(AS_SYMBOL, symbol.strip().toUpperCase(Locale.ROOT));
    }

    static Optional<Cik> parse(String digits) {
        return match(DIGITS, digits.strip());
    }

    static Optional<Cik> parse(JsonNode node) {
        return node.isIntegralNumber() || node.isTextual() ? parse(node.asText()) : Optional.empty();
    }

    private static Optional<Cik> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(new Cik(matcher.group(1))) : Optional.empty();
    }

    /** As it stands in addresses, and as the symbol of rows of which nobody named one. */
    String symbol() {
        return "CIK" + "0".repeat(10 - value.length()) + value;
    }

    /** Whether an answer about this filer is what a symbol asked for, as far as the symbol tells. */
    boolean answers(String symbol) {
        return ofSymbol(symbol).map(this::equals).orElse(true);
    }

    /** What the rows about this filer are called. */
    String symbolOr(String asked) {
        return asked.isEmpty() ? symbol() : asked;
    }
}
