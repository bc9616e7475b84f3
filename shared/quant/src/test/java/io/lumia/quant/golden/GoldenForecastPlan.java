package io.lumia.quant.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the {@code model} of {@code walkforward*.json} says in words: penalty, first origin and refit interval. */
record GoldenForecastPlan(double alpha, int firstOrigin, int refitEvery) {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)";
    private static final Pattern ALPHA = Pattern.compile("\\balpha\\s*=\\s*" + NUMBER);
    private static final Pattern ORIGIN = Pattern.compile("\\bfirst origin s\\s*=\\s*(\\d+(?:\\s*\\+\\s*\\d+)*)");
    private static final Pattern REFIT = Pattern.compile("\\brefit every (\\d+) rows?\\b");

    static GoldenForecastPlan parse(String model) {
        return new GoldenForecastPlan(
                Double.parseDouble(only("alpha", ALPHA, model)),
                Stream.of(only("first origin", ORIGIN, model).split("\\+", -1))
                        .mapToInt(term -> Integer.parseInt(term.strip()))
                        .sum(),
                Integer.parseInt(only("refit interval", REFIT, model)));
    }

    /** Said once: a model that says it twice may mean something else. */
    private static String only(String what, Pattern pattern, String model) {
        Matcher matcher = pattern.matcher(model);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no %s (%s) in model '%s'".formatted(what, pattern, model));
        }
        String found = matcher.group(1);
        if (matcher.find()) {
            throw new IllegalArgumentException("more than one %s in model '%s'".formatted(what, model));
        }
        return found;
    }
}
