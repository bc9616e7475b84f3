package io.lumia.recommendation.score;

import io.lumia.recommendation.configuration.PartWeights;
import io.lumia.recommendation.configuration.ScoreRules;
import io.lumia.recommendation.request.EsgPreference;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.universe.UniverseFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Scores the assets of a universe against each other. */
public final class Scorer {

    private static final double MIDDLE_ESG = 50;
    private static final double STALE_CONFIDENCE = 0.5;

    private final ScoreRules rules;
    private final RecommendationRequest request;
    private final Set<String> preferred = new HashSet<>();
    private final double[] weights;
    private final LocalDate freshAfter;

    public Scorer(ScoreRules rules, RecommendationRequest request, LocalDate session) {
        this.rules = rules;
        this.request = request;
        this.weights = Arrays.stream(Feature.values())
                .mapToDouble(feature -> rules.weight(request.riskTolerance(), feature))
                .toArray();
        this.freshAfter = session.minusDays(rules.freshReportDays());
        request.preferredSectors().forEach(sector -> preferred.add(sector.toLowerCase(Locale.ROOT)));
    }

    /** In the order of the assets. */
    public List<AssetScore> score(List<AssetFeatures> assets) {
        Map<Feature, double[]> percentiles = percentiles(assets);
        List<AssetScore> scores = new ArrayList<>(assets.size());
        for (int i = 0; i < assets.size(); i++) {
            scores.add(score(assets.get(i), i, percentiles));
        }
        return scores;
    }

    private Map<Feature, double[]> percentiles(List<AssetFeatures> assets) {
        CrossSection section = new CrossSection(
                assets.stream().map(features -> features.asset().sector()).toList(),
                rules.minimumSectorSize(),
                rules.sectorShare());
        Map<Feature, double[]> percentiles = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            double sign = feature.moreIsBetter() ? 1 : -1;
            double[] values = assets.stream()
                    .mapToDouble(features -> sign * features.values().get(feature))
                    .toArray();
            percentiles.put(feature, section.percentiles(values));
        }
        return percentiles;
    }

    private AssetScore score(AssetFeatures features, int position, Map<Feature, double[]> percentiles) {
        Map<Part, PartScore> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, part(part, features, position, percentiles));
        }
        double known = parts.values().stream()
                .filter(PartScore::isKnown)
                .mapToDouble(PartScore::weight)
                .sum();
        List<Contribution> contributions = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            PartScore part = java.util.Objects.requireNonNull(parts.get(feature.part()));
            double share = knownShare(feature.part(), features);
            boolean counts = features.values().knows(feature) && share > 0;
            double weight = counts ? part.weight() / known * weight(feature) / share : 0;
            if (weight > 0) {
                contributions.add(contribution(feature, features, weight, percentiles, position));
            }
        }
        contributions.sort(
                Comparator.comparingDouble(Contribution::weight).reversed().thenComparing(Contribution::feature));
        double preference = preference(features.asset());
        double overall =
                contributions.stream().mapToDouble(Contribution::contribution).sum() + preference;
        double confidence = parts.values().stream()
                .mapToDouble(part -> part.weight() * part.confidence())
                .sum();
        return new AssetScore(overall, confidence, parts, contributions, preference);
    }

    private static Contribution contribution(
            Feature feature, AssetFeatures features, double weight, Map<Feature, double[]> percentiles, int position) {
        double percentile = at(percentiles, feature, position);
        return new Contribution(feature, features.values().get(feature), percentile, weight, weight * percentile);
    }

    private static double at(Map<Feature, double[]> percentiles, Feature feature, int position) {
        return java.util.Objects.requireNonNull(percentiles.get(feature))[position];
    }

    private PartScore part(Part part, AssetFeatures features, int position, Map<Feature, double[]> percentiles) {
        double all = 0;
        double known = 0;
        double sum = 0;
        for (Feature feature : Feature.values()) {
            if (feature.part() == part) {
                all += weight(feature);
                if (features.values().knows(feature)) {
                    known += weight(feature);
                    sum += weight(feature) * at(percentiles, feature, position);
                }
            }
        }
        double score = known > 0 ? sum / known : Double.NaN;
        double completeness = all > 0 ? known / all : 0;
        return new PartScore(score, confidence(part, features, completeness), weight(part));
    }

    /** Of the part's features, the weight of those that are known. */
    private double knownShare(Part part, AssetFeatures features) {
        double known = 0;
        for (Feature feature : Feature.values()) {
            if (feature.part() == part && features.values().knows(feature)) {
                known += weight(feature);
            }
        }
        return known;
    }

    private double confidence(Part part, AssetFeatures features, double completeness) {
        return switch (part) {
            case TECHNICAL -> completeness;
            case SENTIMENT -> completeness > 0 ? features.sentimentConfidence(rules.sentimentHalfCount()) : 0;
            case FUNDAMENTAL -> completeness * (features.hasReportAfter(freshAfter) ? 1 : STALE_CONFIDENCE);
        };
    }

    private double weight(Feature feature) {
        return weights[feature.ordinal()];
    }

    private double weight(Part part) {
        PartWeights weights = rules.parts(request.horizon());
        return switch (part) {
            case TECHNICAL -> weights.technical();
            case SENTIMENT -> weights.sentiment();
            case FUNDAMENTAL -> weights.fundamental();
        };
    }

    private double preference(SnapshotAsset asset) {
        double sector = preferred.contains(asset.sector().toLowerCase(Locale.ROOT)) ? rules.preferredSectorBonus() : 0;
        double esg = request.esg() == EsgPreference.PREFER
                ? UniverseFilter.esgScore(asset).orElse(MIDDLE_ESG) / MIDDLE_ESG - 1
                : 0;
        return sector + esg * rules.esgBonus();
    }
}
