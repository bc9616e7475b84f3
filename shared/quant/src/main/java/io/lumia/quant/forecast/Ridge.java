package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Cholesky;
import io.lumia.quant.linear.Loops;
import io.lumia.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear regression that prefers small coefficients: with features Z standardised over the training rows (standard deviation with
 * n in the denominator) it takes the a and b of least {@code Σ (y − a − z·b)² + alpha · Σ b²}. The intercept a is not penalised and,
 * the columns of Z having mean zero, is the mean of y; b solves {@code (Z′Z + alpha·I) b = Z′(y − a)} (A. Hoerl and R. Kennard,
 * "Ridge Regression", Technometrics 12, 1970). The sum of squares is not divided by the number of rows: the same alpha weighs less
 * as they grow.
 *
 * <p>A feature that is constant over the training rows has nothing to be standardised with. It gets the coefficient zero:
 * whatever value it takes later changes no forecast.
 *
 * @param alpha zero or above: 0 is ordinary least squares, the number of rows halves the coefficient of a single feature
 */
public record Ridge(double alpha) implements ForecastModel {

    private static final int FEWEST_ROWS = 2;

    public Ridge {
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw AppException.invalid("alpha", alpha, "zero or above, finite");
        }
    }

    /**
     * Fails with INVALID_INPUT for fewer than two rows, for a number that is not finite, and where a feature is a combination of
     * others and alpha too small to choose between them.
     */
    @Override
    public RidgeFit fit(double[][] features, double[] targets) {
        requireRows(features, targets);
        double[][] columns = columns(features);
        List<Spread> spreads = Arrays.stream(columns).map(Spread::of).toList();
        double[][] standardised = IntStream.range(0, columns.length)
                .mapToObj(feature -> spreads.get(feature).standardised(columns[feature]))
                .toArray(double[][]::new);
        Spread target = Spread.of(targets);
        double[] deviations =
                Arrays.stream(targets).map(value -> value - target.mean()).toArray();
        double[] products = Arrays.stream(standardised)
                .mapToDouble(column -> Loops.dot(column, deviations))
                .toArray();
        double[] coefficients =
                Cholesky.of("product of features", penalised(standardised)).solve(products);
        return new RidgeFit(target.mean(), coefficients, spreads);
    }

    private static void requireRows(double[][] features, double[] targets) {
        if (features.length < FEWEST_ROWS) {
            throw AppException.invalid("training rows", features.length, FEWEST_ROWS + " or more");
        }
        if (targets.length != features.length) {
            throw AppException.invalid("number of targets", targets.length, features.length + ", one for each row");
        }
        for (int row = 0; row < features.length; row++) {
            if (features[row].length == 0 || features[row].length != features[0].length) {
                throw AppException.invalid("features of row " + row, features[row].length, "as in row 0, one or more");
            }
        }
    }

    private static double[][] columns(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int feature = 0; feature < columns.length; feature++) {
                columns[feature][row] = rows[row][feature];
            }
        }
        return columns;
    }

    /**
     * Z′Z + alpha·I. A standardised column's product with itself is the number of rows. It is put there for a constant feature
     * too, whose other products are zero: so its coefficient becomes zero with alpha 0 as well.
     */
    private SymmetricMatrix penalised(double[][] columns) {
        double[][] products = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < i; j++) {
                products[i][j] = Loops.dot(columns[i], columns[j]);
                products[j][i] = products[i][j];
            }
            products[i][i] = columns[i].length + alpha;
        }
        return SymmetricMatrix.of(products);
    }
}
