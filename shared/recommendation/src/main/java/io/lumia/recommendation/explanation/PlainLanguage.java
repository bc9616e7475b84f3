package io.lumia.recommendation.explanation;

import static io.lumia.recommendation.explanation.SummaryMaker.percent;

import io.lumia.recommendation.advice.Basis.UniverseReport;
import io.lumia.recommendation.advice.PortfolioSummary;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Projection;
import io.lumia.recommendation.request.RecommendationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer in plain words, made from its numbers. */
final class PlainLanguage {

    private PlainLanguage() {}

    static List<String> of(
            RecommendationRequest request,
            UniverseReport universe,
            List<Position> positions,
            PortfolioSummary summary,
            Projection projection) {
        List<String> words = new ArrayList<>();
        words.add(String.format(
                Locale.ROOT,
                "Of %,d assets %,d could be recommended; %d of them are held, with %s of the capital invested.",
                universe.considered(),
                universe.eligible(),
                positions.size(),
                percent(1 - summary.cash().percentage())));
        words.add("Expected are %s a year with a volatility of %s, %s %s for %s risk."
                .formatted(
                        percent(summary.expectedReturn()),
                        percent(summary.portfolioRisk()),
                        againstTheCap(summary.portfolioRisk(), summary.volatilityCap()),
                        percent(summary.volatilityCap()),
                        request.riskTolerance().code()));
        if (!positions.isEmpty()) {
            words.add(largest(positions.getFirst()));
        }
        words.add(
                "On one day of twenty it would have lost more than %s; from its worst high it fell by %s in the look-back."
                        .formatted(percent(summary.valueAtRisk()), percent(-summary.maxDrawdown())));
        Projection.Point end = projection.points().getLast();
        words.add(String.format(
                Locale.ROOT,
                "After %d months %,.0f %s could be %,.0f to %,.0f in nine of ten drawn futures, %,.0f in the middle; "
                        + "in %s of them it would be less than today.",
                end.months(),
                request.capital().doubleValue(),
                request.currency(),
                end.p5(),
                end.p95(),
                end.p50(),
                percent(projection.lossProbability())));
        return words;
    }

    /** The optimiser keeps the cap; buying whole shares afterwards can pass it a little. */
    static String againstTheCap(double volatility, double cap) {
        return volatility <= cap ? "below the cap of" : "which whole shares bring above the cap of";
    }

    private static String largest(Position position) {
        String why = position.rationale().words().isEmpty()
                ? ""
                : " (" + position.rationale().words().getFirst() + ")";
        return "The largest position is %s with %s, ranked %d by its score%s."
                .formatted(
                        position.symbol(),
                        percent(position.allocation().percentage()),
                        position.rationale().rank(),
                        why);
    }
}
