package io.lumia.recommendation.portfolio;

import io.lumia.quant.allocation.ExactAllocation;
import io.lumia.quant.allocation.ShareTarget;
import io.lumia.recommendation.configuration.Spread;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whole shares for the money that there is.
 *
 * <p>They are the choice whose amounts are nearest to the weights ({@link ExactAllocation}); rounding up may carry a position or a
 * sector over its limit, and then shares of it are given back until the limit holds.
 *
 * @param shares   by candidate
 * @param cash     not spent, exact, in the capital's currency
 * @param proven   whether no other choice is nearer
 * @param givenBack shares that a limit did not allow
 */
public record SharePlan(long[] shares, BigDecimal cash, boolean proven, long givenBack) {

    /** A limit may be passed by rounding errors, not by money. */
    private static final double TOLERANCE = 1e-9;

    static SharePlan of(
            List<Candidate> candidates, double[] weights, BigDecimal capital, Spread spread, long exactNodes) {
        int[] positions = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > PortfolioOptimiser.NOTHING)
                .toArray();
        double[] wanted = Arrays.stream(positions).mapToDouble(i -> weights[i]).toArray();
        double sum = Arrays.stream(wanted).sum();
        Arrays.setAll(wanted, i -> wanted[i] / sum);
        double[] prices = Arrays.stream(positions)
                .mapToDouble(i -> candidates.get(i).price())
                .toArray();
        ExactAllocation exact = ExactAllocation.of(new ShareTarget(wanted, prices, capital.doubleValue()), exactNodes);
        long[] shares = new long[weights.length];
        for (int i = 0; i < positions.length; i++) {
            shares[positions[i]] = exact.allocation().shares()[i];
        }
        long back = giveBack(candidates, shares, capital, spread);
        BigDecimal cash = cash(candidates, shares, capital);
        // The search adds doubles; in exact money it may have spent a hair too much, which one share puts right.
        while (cash.signum() < 0) {
            int cheapest = cheapest(candidates, shares);
            shares[cheapest]--;
            back++;
            cash = cash.add(amount(candidates.get(cheapest), 1));
        }
        return new SharePlan(shares, cash, exact.proven(), back);
    }

    private static long giveBack(List<Candidate> candidates, long[] shares, BigDecimal capital, Spread spread) {
        double money = capital.doubleValue();
        long back = 0;
        for (int i = 0; i < shares.length; i++) {
            long most = (long) Math.floor(money
                    * (spread.maximumWeight() + TOLERANCE)
                    / candidates.get(i).price());
            if (shares[i] > most) {
                back += shares[i] - most;
                shares[i] = most;
            }
        }
        for (int i : lowestScoreFirst(candidates)) {
            double over =
                    sectorValue(candidates, shares, candidates.get(i).asset().sector())
                            - money * (spread.maximumSector() + TOLERANCE);
            if (over > 0 && shares[i] > 0) {
                long fewer = Math.min(
                        shares[i], (long) Math.ceil(over / candidates.get(i).price()));
                shares[i] -= fewer;
                back += fewer;
            }
        }
        return back;
    }

    /** Of those that are bought. */
    private static int cheapest(List<Candidate> candidates, long[] shares) {
        return IntStream.range(0, shares.length)
                .filter(i -> shares[i] > 0)
                .boxed()
                .min(Comparator.comparingDouble(i -> candidates.get(i).price()))
                .orElseThrow();
    }

    private static int[] lowestScoreFirst(List<Candidate> candidates) {
        return IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> candidates.get(i).score().overall()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double sectorValue(List<Candidate> candidates, long[] shares, String sector) {
        double value = 0;
        for (int i = 0; i < shares.length && !sector.isEmpty(); i++) {
            if (candidates.get(i).asset().sector().equals(sector)) {
                value += shares[i] * candidates.get(i).price();
            }
        }
        return value;
    }

    /** Exact: prices are decimals as stored. */
    private static BigDecimal cash(List<Candidate> candidates, long[] shares, BigDecimal capital) {
        BigDecimal cash = capital;
        for (int i = 0; i < shares.length; i++) {
            cash = cash.subtract(amount(candidates.get(i), shares[i]));
        }
        return cash;
    }

    static BigDecimal amount(Candidate candidate, long shares) {
        return BigDecimal.valueOf(candidate.price()).multiply(BigDecimal.valueOf(shares));
    }
}
