package io.lumia.quant.optimise;

/**
 * One limit, by name.
 *
 * @param subject the asset, group or measure that is limited
 * @param value what it may be
 */
public record Limit(Kind kind, String subject, double value) {

    public enum Kind {
        LOWER_BOUND("weight of %s ≥ %s"),
        UPPER_BOUND("weight of %s ≤ %s"),
        BUDGET("sum of %s = %s"),
        GROUP_MINIMUM("sum of group %s ≥ %s"),
        GROUP_MAXIMUM("sum of group %s ≤ %s"),
        MAXIMAL_TURNOVER("%s ≤ %s"),
        MINIMAL_RETURN("%s ≥ %s"),
        MAXIMAL_VOLATILITY("%s ≤ %s"),
        POSITIVE_EXCESS("%s > %s"),
        POSITIVE_VOLATILITY("%s > %s");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public String words() {
        return kind.words.formatted(subject, value);
    }
}
