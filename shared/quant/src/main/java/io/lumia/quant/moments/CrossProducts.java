package io.lumia.quant.moments;

/**
 * X′X and X′Y of tables given day by day, the only loops here that cost: assets² × days.
 *
 * <p>Eight days are added to a row of the result at once, so that it is loaded and stored an eighth as often, and every array
 * in the inner loop is read at the same index, which the compiler turns into vector instructions. Each element is still
 * one sum in the order of days. A block of days stays in the cache while all rows of the result pass by.
 */
final class CrossProducts {

    private static final int DAYS_AT_ONCE = 8;
    private static final int BLOCK_DAYS = 4 * DAYS_AT_ONCE;

    private CrossProducts() {}

    /** The lower triangle of X′X: row i has i + 1 elements. */
    static double[][] lowerTriangle(double[][] days, int assets) {
        double[][] result = new double[assets][];
        for (int row = 0; row < assets; row++) {
            result[row] = new double[row + 1];
        }
        add(days, days, result);
        return result;
    }

    /** The whole of X′Y. */
    static double[][] of(double[][] left, double[][] right, int assets) {
        double[][] result = new double[assets][assets];
        add(left, right, result);
        return result;
    }

    private static void add(double[][] left, double[][] right, double[][] result) {
        for (int block = 0; block < left.length; block += BLOCK_DAYS) {
            int end = Math.min(block + BLOCK_DAYS, left.length);
            for (int row = 0; row < result.length; row++) {
                addBlock(left, right, block, end, row, result[row]);
            }
        }
    }

    private static void addBlock(double[][] left, double[][] right, int start, int end, int row, double[] sums) {
        int day = start;
        for (; day + DAYS_AT_ONCE <= end; day += DAYS_AT_ONCE) {
            addEight(left, right, day, row, sums);
        }
        for (; day < end; day++) {
            addOne(left[day][row], right[day], sums);
        }
    }

    private static void addEight(double[][] left, double[][] right, int day, int row, double[] sums) {
        double factor0 = left[day][row];
        double factor1 = left[day + 1][row];
        double factor2 = left[day + 2][row];
        double factor3 = left[day + 3][row];
        double factor4 = left[day + 4][row];
        double factor5 = left[day + 5][row];
        double factor6 = left[day + 6][row];
        double factor7 = left[day + 7][row];
        double[] day0 = right[day];
        double[] day1 = right[day + 1];
        double[] day2 = right[day + 2];
        double[] day3 = right[day + 3];
        double[] day4 = right[day + 4];
        double[] day5 = right[day + 5];
        double[] day6 = right[day + 6];
        double[] day7 = right[day + 7];
        for (int column = 0; column < sums.length; column++) {
            sums[column] = sums[column]
                    + factor0 * day0[column]
                    + factor1 * day1[column]
                    + factor2 * day2[column]
                    + factor3 * day3[column]
                    + factor4 * day4[column]
                    + factor5 * day5[column]
                    + factor6 * day6[column]
                    + factor7 * day7[column];
        }
    }

    private static void addOne(double factor, double[] values, double[] sums) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += factor * values[column];
        }
    }
}
