package io.lumia.recommendation.configuration;

import io.lumia.recommendation.request.InvestmentHorizon;
import io.lumia.recommendation.request.RiskTolerance;
import io.lumia.recommendation.score.Feature;
import java.util.Map;
import java.util.Objects;

/**
 * How scores are made.
 *
 * @param parts                weights of the parts, by horizon
 * @param features             weight of each feature inside its part, by risk tolerance; only their proportions matter
 * @param minimumSectorSize    a sector with fewer known values is not ranked by itself
 * @param sectorShare          of a percentile that comes from the rank inside the sector; a fraction
 * @param sentimentHalfCount   so many texts give a sentiment half its size and half its confidence
 * @param freshReportDays      fundamentals whose newest period ended longer ago have half their confidence
 * @param staleReportDays      a period that ended longer ago is not counted at all
 * @param preferredSectorBonus what a preferred sector adds to the overall score
 * @param esgBonus             what an ESG score of 100 adds and one of 0 takes, where it is preferred
 */
public record ScoreRules(
        Map<InvestmentHorizon, PartWeights> parts,
        Map<RiskTolerance, Map<Feature, Double>> features,
        int minimumSectorSize,
        double sectorShare,
        double sentimentHalfCount,
        int freshReportDays,
        int staleReportDays,
        double preferredSectorBonus,
        double esgBonus) {

    public ScoreRules {
        parts = Map.copyOf(parts);
        features = Map.copyOf(features);
    }

    public PartWeights parts(InvestmentHorizon horizon) {
        return Objects.requireNonNull(parts.get(horizon), "every horizon has its weights");
    }

    public double weight(RiskTolerance risk, Feature feature) {
        return Objects.requireNonNull(features.get(risk), "every level has its weights")
                .getOrDefault(feature, 0.0);
    }
}
