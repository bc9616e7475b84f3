package io.lumia.recommendation.advice;

import java.util.List;

/**
 * What the capital could become, as a distribution: past daily returns of the portfolio, drawn in stretches with replacement
 * (D. Politis and J. Romano, "The Stationary Bootstrap", JASA 1994) and shifted so that their mean is the expected return.
 *
 * @param paths         that were drawn
 * @param blockSessions mean length of a stretch
 * @param points        by time
 * @param lossProbability of having less than the capital at the end, a fraction of the paths
 */
public record Projection(int paths, int blockSessions, List<Point> points, double lossProbability) {

    public Projection {
        points = List.copyOf(points);
    }

    /** Values after some months, in the capital's currency: so many of a hundred paths end below. */
    public record Point(int months, double p5, double p25, double p50, double p75, double p95) {}
}
