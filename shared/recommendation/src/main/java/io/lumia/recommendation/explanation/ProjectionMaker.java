package io.lumia.recommendation.explanation;

import io.lumia.quant.backtest.StationaryBootstrap;
import io.lumia.quant.risk.ReturnSeries;
import io.lumia.recommendation.advice.Projection;
import io.lumia.recommendation.configuration.ReportRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what the capital could become; see {@link Projection}. */
final class ProjectionMaker {

    private static final int POINTS = 4;
    private static final double SESSIONS_PER_MONTH = 21;

    private final double[] shifted;
    private final ReportRules rules;
    private final StationaryBootstrap stretches;
    private final RandomGenerator random;

    /**
     * @param expectedDaily what a day's mean return shall be
     * @param random        with a seed: the same seed draws the same
     */
    ProjectionMaker(ReturnSeries past, double expectedDaily, ReportRules rules, RandomGenerator random) {
        double shift = expectedDaily - past.mean();
        this.shifted = Arrays.stream(past.toArray()).map(day -> day + shift).toArray();
        this.rules = rules;
        this.stretches = new StationaryBootstrap(shifted.length, rules.blockSessions());
        this.random = random;
    }

    /** @param months at least {@value #POINTS} */
    Projection project(double capital, int months) {
        double[][] values = new double[POINTS][rules.paths()];
        for (int path = 0; path < rules.paths(); path++) {
            draw(values, path, capital, months);
        }
        List<Projection.Point> points = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            Arrays.sort(values[point]);
            points.add(point(months * (point + 1) / POINTS, values[point]));
        }
        long losses = Arrays.stream(values[POINTS - 1])
                .filter(value -> value < capital)
                .count();
        return new Projection(rules.paths(), rules.blockSessions(), points, losses / (double) rules.paths());
    }

    private void draw(double[][] values, int path, double capital, int months) {
        double value = capital;
        int day = 0;
        int left = 0;
        int session = 0;
        for (int point = 0; point < POINTS; point++) {
            int last = (int) (SESSIONS_PER_MONTH * (months * (point + 1) / POINTS));
            for (; session < last; session++) {
                if (left == 0) {
                    day = random.nextInt(shifted.length);
                    left = stretches.length(random);
                }
                value *= 1 + shifted[day];
                day = day + 1 < shifted.length ? day + 1 : 0;
                left--;
            }
            values[point][path] = value;
        }
    }

    private static Projection.Point point(int months, double[] sorted) {
        return new Projection.Point(
                months,
                quantile(sorted, 0.05),
                quantile(sorted, 0.25),
                quantile(sorted, 0.50),
                quantile(sorted, 0.75),
                quantile(sorted, 0.95));
    }

    /** The value that has at least so many paths at or below it. */
    private static double quantile(double[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
