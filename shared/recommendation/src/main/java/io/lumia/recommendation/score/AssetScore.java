package io.lumia.recommendation.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An asset's score.
 *
 * @param overall       the sum of the contributions and of the preference
 * @param confidence    of the parts, by their weights; a part of which nothing is known has none
 * @param contributions largest weight first
 * @param preference    what preferred sectors and ESG add or take
 */
public record AssetScore(
        double overall,
        double confidence,
        Map<Part, PartScore> parts,
        List<Contribution> contributions,
        double preference) {

    public AssetScore {
        parts = java.util.Collections.unmodifiableMap(new EnumMap<>(parts));
        contributions = List.copyOf(contributions);
    }

    public PartScore part(Part part) {
        return java.util.Objects.requireNonNull(parts.get(part), "a score has every part");
    }
}
