package io.lumia.recommendation.portfolio;

import io.lumia.recommendation.configuration.PortfolioRules;
import io.lumia.recommendation.score.AssetFeatures;
import io.lumia.recommendation.score.AssetScore;
import io.lumia.recommendation.score.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses which of thousands of assets the optimiser looks at: those that are held, those of the best scores, and the calmest of
 * at least the median score, without which a cautious portfolio would have nothing to be made of. The choice depends on
 * nothing but scores; equal ones are ordered by id.
 */
public final class Candidates {

    private Candidates() {}

    /**
     * @param features in the order of the scores
     * @param held     present weights by asset id
     * @return in the order of the features
     */
    public static List<Candidate> choose(
            List<AssetFeatures> features,
            List<AssetScore> scores,
            Map<String, Double> held,
            PortfolioRules rules,
            double mostDeviations) {
        List<Candidate> all = all(features, scores, held, mostDeviations);
        List<Candidate> ranked = all.stream().sorted(bestFirst()).toList();
        // By identity: the records are large, and hashing thousands of them took a sixth of a request.
        Set<Candidate> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream().filter(candidate -> candidate.held() > 0).forEach(chosen::add);
        ranked.stream().limit(rules.bestCandidates()).forEach(chosen::add);
        ranked.stream()
                .limit((all.size() + 1) / 2)
                .sorted(Comparator.comparingDouble(Candidates::volatility).thenComparing(Candidates::id))
                .limit(rules.calmCandidates())
                .forEach(chosen::add);
        return all.stream().filter(chosen::contains).toList();
    }

    private static List<Candidate> all(
            List<AssetFeatures> features, List<AssetScore> scores, Map<String, Double> held, double mostDeviations) {
        double mean = scores.stream().mapToDouble(AssetScore::overall).sum() / scores.size();
        double squares = scores.stream()
                .mapToDouble(score -> (score.overall() - mean) * (score.overall() - mean))
                .sum();
        double deviation = scores.size() > 1 ? Math.sqrt(squares / (scores.size() - 1)) : 0;
        List<Candidate> all = new ArrayList<>(scores.size());
        for (int i = 0; i < scores.size(); i++) {
            AssetScore score = scores.get(i);
            double deviations = deviation > 0 ? (score.overall() - mean) / deviation : 0;
            String id = features.get(i).asset().id().toString();
            all.add(new Candidate(
                    features.get(i),
                    score,
                    Math.clamp(deviations, -mostDeviations, mostDeviations),
                    deviation,
                    held.getOrDefault(id, 0.0)));
        }
        return all;
    }

    private static Comparator<Candidate> bestFirst() {
        return Comparator.comparingDouble(
                        (Candidate candidate) -> -candidate.score().overall())
                .thenComparing(Candidates::id);
    }

    private static String id(Candidate candidate) {
        return candidate.asset().id().toString();
    }

    /** What is not known is not calm. */
    private static double volatility(Candidate candidate) {
        double volatility = candidate.features().values().get(Feature.VOLATILITY);
        return Double.isNaN(volatility) ? Double.POSITIVE_INFINITY : volatility;
    }
}
