package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * What is known on each day and what becomes of it: the features of row t are known at the close of day t, its target at the close
 * of day t + horizon. Rows count days, oldest first; those before {@code first} have too little history for features, the newest
 * {@code horizon} have no target yet. Immutable.
 */
public final class ForecastRows {

    private final double[][] features;
    private final double[] targets;
    private final int first;
    private final int horizon;

    private ForecastRows(double[][] features, double[] targets, int first, int horizon) {
        this.features = features;
        this.targets = targets;
        this.first = first;
        this.horizon = horizon;
    }

    /**
     * Copies; fails with INVALID_INPUT that names the first number which is not finite. What stands before {@code first} and in the
     * targets of the newest {@code horizon} rows is never looked at.
     *
     * @param features by row, then by feature; as many in each row from {@code first} on
     * @param targets  by row
     * @param first    the first row whose features are known
     * @param horizon  days from a row to its target, one or more
     */
    public static ForecastRows of(double[][] features, double[] targets, int first, int horizon) {
        if (targets.length != features.length) {
            throw AppException.invalid("number of targets", targets.length, features.length + ", one for each row");
        }
        if (horizon < 1) {
            throw AppException.invalid("horizon", horizon, "1 or more days");
        }
        if (first < 0 || first >= features.length - horizon) {
            throw AppException.invalid(
                    "first row with features",
                    first,
                    "0 or above, and below the %d rows less a horizon of %d".formatted(features.length, horizon));
        }
        double[][] copied = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
        for (int row = first; row < copied.length; row++) {
            requireFeatures(copied[row], row, copied[first].length);
        }
        for (int row = first; row < targets.length - horizon; row++) {
            requireFinite("target", row, targets[row]);
        }
        return new ForecastRows(copied, targets.clone(), first, horizon);
    }

    private static void requireFeatures(double[] features, int row, int count) {
        if (features.length == 0 || features.length != count) {
            throw AppException.invalid("features of row " + row, features.length, "as many as others, one or more");
        }
        for (double feature : features) {
            requireFinite("feature", row, feature);
        }
    }

    private static void requireFinite(String what, int row, double value) {
        if (!Double.isFinite(value)) {
            throw AppException.invalid("%s of row %d".formatted(what, row), value, "a finite number");
        }
    }

    /** The first row whose features are known. */
    public int first() {
        return first;
    }

    /** After the last row whose target is known. */
    public int end() {
        return targets.length - horizon;
    }

    public int horizon() {
        return horizon;
    }

    /** The features of rows from {@code from} to before {@code to}; the rows themselves, to be read only. */
    double[][] features(int from, int to) {
        return Arrays.copyOfRange(features, from, to);
    }

    /** The targets of rows from {@code from} to before {@code to}, freshly made. */
    double[] targets(int from, int to) {
        return Arrays.copyOfRange(targets, from, to);
    }
}
