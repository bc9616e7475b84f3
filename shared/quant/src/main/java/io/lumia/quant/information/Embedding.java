package io.lumia.quant.information;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * The samples of a pair, a column for each value that one has: mean 0 and deviation 1 in every column, computed after the
 * histories were cut. The deviation has n - 1 degrees of freedom; n would scale all columns alike and change no estimate.
 *
 * @param next       the target's value
 * @param targetPast the target's history, a column for each lag, the latest first
 * @param sourcePast the source's
 */
record Embedding(double[] next, double[][] targetPast, double[][] sourcePast) {

    /** Fails with INVALID_INPUT where fewer than {@code fewest} samples are there or a column does not move. */
    static Embedding of(SeriesPair pair, HistoryLengths histories, int fewest) {
        int samples = histories.samples(pair.size(), fewest);
        int first = histories.first();
        return new Embedding(
                column("target", pair.target(), first, samples),
                past("target", pair.target(), first, samples, histories.target()),
                past("source", pair.source(), first, samples, histories.source()));
    }

    private static double[][] past(String name, double[] series, int first, int samples, int length) {
        double[][] columns = new double[length][];
        Arrays.setAll(columns, lag -> column(name, series, first - 1 - lag, samples));
        return columns;
    }

    private static double[] column(String name, double[] series, int from, int samples) {
        double[] column = Arrays.copyOfRange(series, from, from + samples);
        double first = column[0];
        if (Arrays.stream(column).allMatch(value -> value == first)) {
            throw AppException.invalid(
                    "%s [%d to %d]".formatted(name, from, from + samples - 1),
                    first,
                    "values that are not all the same");
        }
        standardise(column);
        return column;
    }

    /** By plain sums, easily repeated elsewhere: which of two all but equal distances is smaller may hang on the last digit. */
    private static void standardise(double[] column) {
        double mean = Arrays.stream(column).reduce(0, Double::sum) / column.length;
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            column[i] -= mean;
            squares += column[i] * column[i];
        }
        double deviation = Math.sqrt(squares / (column.length - 1));
        for (int i = 0; i < column.length; i++) {
            column[i] /= deviation;
        }
    }

    int samples() {
        return next.length;
    }

    /** With the source's histories in another order. */
    Embedding withSourceRows(int[] sourceRows) {
        double[][] ordered = new double[sourcePast.length][];
        Arrays.setAll(ordered, lag -> Arrays.stream(sourceRows)
                .mapToDouble(row -> sourcePast[lag][row])
                .toArray());
        return new Embedding(next, targetPast, ordered);
    }
}
