package io.lumia.market.provider.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as providers write them. */
public final class WebNumbers {

    /** With a currency sign, thousands in groups, a percent sign: all seen in the same answers. */
    private static final Pattern WRITTEN =
            Pattern.compile("[-+]?\\$?[-+]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d*)?([eE][-+]?\\d{1,3})?%?");

    private WebNumbers() {}

    /**
     * A finite number; empty for anything else, text such as {@code N/A}, {@code None}, {@code .} or {@code --} included.
     * A percent sign does not scale: {@code 1.5%} is 1.5.
     */
    public static OptionalDouble parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || !WRITTEN.matcher(stripped).matches()
                || stripped.chars().noneMatch(Character::isDigit)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(stripped.replaceAll("[$,%]", ""));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Of a JSON number, or of a text that holds one; empty for null, missing and anything else. */
    public static OptionalDouble parse(JsonNode node) {
        if (node.isNumber()) {
            double value = node.doubleValue();
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
        return node.isTextual() ? parse(node.textValue()) : OptionalDouble.empty();
    }

    /** The number, or NaN where there is none. */
    public static double orNaN(JsonNode node) {
        return parse(node).orElse(Double.NaN);
    }
}
