package io.lumia.functions.marketapi.correlation;

/**
 * Pearson's correlation of two assets' daily log returns.
 *
 * <p>A return goes from one session that both have to the next one that both have: where one trades at weekends and the other does
 * not, both have one return from Friday to Monday. Nothing is filled. A session on which a close is not above zero is left out.
 *
 * @param value    −1 to 1; NaN for fewer than two pairs, or where one of the two does not move
 * @param pairs    returns that both have
 * @param firstDay end of the first return, days since 1970; 0 where there is none
 * @param lastDay  end of the last return
 */
record PairCorrelation(double value, int pairs, long firstDay, long lastDay) {

    /** @param mostPairs only the newest so many returns count */
    static PairCorrelation of(CloseSeries a, CloseSeries b, int mostPairs) {
        Returns returns = Returns.between(a, b);
        int first = Math.max(0, returns.count - mostPairs);
        int pairs = returns.count - first;
        if (pairs == 0) {
            return new PairCorrelation(Double.NaN, 0, 0, 0);
        }
        return new PairCorrelation(
                pearson(returns, first), pairs, returns.days[first], returns.days[returns.count - 1]);
    }

    /** Deviations from the means, so that no digits are lost to sums of squares. */
    private static double pearson(Returns returns, int first) {
        double meanA = mean(returns.ofA, first, returns.count);
        double meanB = mean(returns.ofB, first, returns.count);
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int i = first; i < returns.count; i++) {
            double deviationA = returns.ofA[i] - meanA;
            double deviationB = returns.ofB[i] - meanB;
            squaresA += deviationA * deviationA;
            squaresB += deviationB * deviationB;
            products += deviationA * deviationB;
        }
        boolean moves = squaresA > 0 && squaresB > 0;
        return moves ? Math.clamp(products / Math.sqrt(squaresA * squaresB), -1, 1) : Double.NaN;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /** The returns over the common sessions. */
    private static final class Returns {

        private final double[] ofA;
        private final double[] ofB;
        private final long[] days;
        private int count;

        private Returns(int most) {
            ofA = new double[most];
            ofB = new double[most];
            days = new long[most];
        }

        static Returns between(CloseSeries a, CloseSeries b) {
            Returns returns = new Returns(Math.min(a.size(), b.size()));
            double beforeA = Double.NaN;
            double beforeB = Double.NaN;
            int j = 0;
            for (int i = 0; i < a.size(); i++) {
                while (j < b.size() && b.epochDays()[j] < a.epochDays()[i]) {
                    j++;
                }
                if (j < b.size() && b.epochDays()[j] == a.epochDays()[i] && a.closes()[i] > 0 && b.closes()[j] > 0) {
                    if (!Double.isNaN(beforeA)) {
                        returns.add(a.epochDays()[i], a.closes()[i] / beforeA, b.closes()[j] / beforeB);
                    }
                    beforeA = a.closes()[i];
                    beforeB = b.closes()[j];
                }
            }
            return returns;
        }

        private void add(long day, double ratioA, double ratioB) {
            ofA[count] = Math.log(ratioA);
            ofB[count] = Math.log(ratioB);
            days[count] = day;
            count++;
        }
    }
}
