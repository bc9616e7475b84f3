package io.lumia.quant.moments;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Simple returns of some assets over the same days, oldest day first; a fraction, 0.01 for 1 %. NaN: the return is not known.
 * Immutable.
 *
 * <p>A return exists only where the prices of two neighbouring rows exist and the first is above zero. Nothing is ever
 * filled: after a hole in the prices the next return is unknown too.
 */
public final class ReturnTable {

    private final int assets;
    private final double[][] days;
    private final boolean complete;

    private ReturnTable(int assets, double[][] days) {
        this.assets = assets;
        this.days = days;
        this.complete = Arrays.stream(days).allMatch(ReturnTable::isComplete);
    }

    /**
     * One row fewer than prices.
     *
     * @param pricesByDay {@code [day][asset]}, NaN where there is no price
     */
    public static ReturnTable ofPrices(double[][] pricesByDay) {
        if (pricesByDay.length < 2) {
            throw AppException.invalid("rows of prices", pricesByDay.length, "two or more, for one return");
        }
        int assets = checkedAssets("price", pricesByDay);
        double[][] days = new double[pricesByDay.length - 1][assets];
        for (int day = 0; day < days.length; day++) {
            fillReturns(pricesByDay[day], pricesByDay[day + 1], days[day]);
        }
        return new ReturnTable(assets, days);
    }

    /** Copies {@code [day][asset]}. */
    public static ReturnTable of(double[][] returnsByDay) {
        if (returnsByDay.length == 0) {
            throw AppException.invalid("rows of returns", 0, "one or more");
        }
        int assets = checkedAssets("return", returnsByDay);
        return new ReturnTable(
                assets, Arrays.stream(returnsByDay).map(double[]::clone).toArray(double[][]::new));
    }

    private static void fillReturns(double[] base, double[] end, double[] result) {
        for (int asset = 0; asset < result.length; asset++) {
            result[asset] = base[asset] > 0 ? end[asset] / base[asset] - 1 : Double.NaN;
        }
    }

    private static int checkedAssets(String what, double[][] rows) {
        int assets = rows[0].length;
        if (assets == 0) {
            throw AppException.invalid("assets of the table", 0, "one or more");
        }
        for (int day = 0; day < rows.length; day++) {
            if (rows[day].length != assets) {
                throw AppException.invalid("columns of row " + day, rows[day].length, assets + ", as row 0 has");
            }
            requireNotInfinite(what, rows, day);
        }
        return assets;
    }

    private static void requireNotInfinite(String what, double[][] rows, int day) {
        for (int asset = 0; asset < rows[day].length; asset++) {
            if (Double.isInfinite(rows[day][asset])) {
                throw AppException.invalid(
                        cell(what, day, asset), rows[day][asset], "a finite number, or NaN where it is not known");
            }
        }
    }

    private static boolean isComplete(double[] row) {
        boolean complete = true;
        for (double value : row) {
            complete &= !Double.isNaN(value);
        }
        return complete;
    }

    private static String cell(String what, int day, int asset) {
        return "%s [%d, %d] (row, asset)".formatted(what, day, asset);
    }

    public int assets() {
        return assets;
    }

    public int days() {
        return days.length;
    }

    public double at(int day, int asset) {
        return days[day][asset];
    }

    /** The rows themselves, for loops where a copy would cost; to be read only. */
    double[][] rows() {
        return days;
    }

    /** One asset's returns, freshly made. */
    public double[] series(int asset) {
        return Arrays.stream(days).mapToDouble(row -> row[asset]).toArray();
    }

    /** How many returns of the asset are known. */
    public int observations(int asset) {
        return (int)
                Arrays.stream(days).filter(row -> !Double.isNaN(row[asset])).count();
    }

    /** Whether every return is known. */
    public boolean isComplete() {
        return complete;
    }

    /** Fails with INVALID_INPUT that names the first unknown return. */
    void requireComplete() {
        for (int day = 0; !complete && day < days.length; day++) {
            for (int asset = 0; asset < assets; asset++) {
                if (Double.isNaN(days[day][asset])) {
                    throw AppException.invalid(
                            cell("return", day, asset), Double.NaN, "a known return; pairwise estimates take holes");
                }
            }
        }
    }

    /** Only the days on which every asset has a return ("listwise"); fails when there are none. */
    public ReturnTable completeDays() {
        double[][] kept = Arrays.stream(days).filter(ReturnTable::isComplete).toArray(double[][]::new);
        if (kept.length == 0) {
            throw AppException.invalid("days with a return of every asset", 0, "one or more");
        }
        return new ReturnTable(assets, kept);
    }

    /** The newest {@code count} days. */
    public ReturnTable lastDays(int count) {
        if (count < 1 || count > days.length) {
            throw AppException.invalid("days to keep", count, "1 to " + days.length);
        }
        return new ReturnTable(assets, Arrays.copyOfRange(days, days.length - count, days.length));
    }

    /** The assets of the given columns, in their order. */
    public ReturnTable part(int[] columns) {
        return new ReturnTable(
                columns.length,
                Arrays.stream(days)
                        .map(row -> IntStream.of(columns)
                                .mapToDouble(column -> row[column])
                                .toArray())
                        .toArray(double[][]::new));
    }

    /**
     * Each day's return of a portfolio that is brought back to the weights every evening, without cost.
     *
     * @param weights fractions of the portfolio; what they lack to one earns nothing
     * @return NaN on days on which the return of an asset with a weight is unknown
     */
    public double[] portfolio(double[] weights) {
        if (weights.length != assets) {
            throw AppException.invalid("weights", weights.length, assets + ", one for each asset");
        }
        return Arrays.stream(days).mapToDouble(row -> weighted(row, weights)).toArray();
    }

    private static double weighted(double[] row, double[] weights) {
        double sum = 0;
        for (int asset = 0; asset < row.length; asset++) {
            sum += weights[asset] == 0 ? 0 : weights[asset] * row[asset];
        }
        return sum;
    }
}
