package io.lumia.functions.marketapi.fundamental;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The names that a request asks for. */
final class Metrics {

    static final int MAX_NAMES = 50;

    /** A metric, or taxonomy and tag. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}(:[A-Za-z][A-Za-z0-9_.-]{0,255})?");

    private Metrics() {}

    /** Names divided by commas. */
    static List<String> parse(String text) {
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
        boolean sound = names.stream().allMatch(name -> NAME.matcher(name).matches());
        if (!sound || names.size() > MAX_NAMES) {
            throw AppException.invalid(
                    "metric", text, "up to %d names such as net_income,us-gaap:NetIncomeLoss".formatted(MAX_NAMES));
        }
        return names;
    }
}
