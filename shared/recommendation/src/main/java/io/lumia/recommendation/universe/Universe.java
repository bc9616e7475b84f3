package io.lumia.recommendation.universe;

import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The assets that can be recommended, and what became of the others.
 *
 * @param eligible   in the snapshot's order
 * @param considered how many assets there are
 * @param exclusions of each asset that is not eligible, by id
 */
public record Universe(List<SnapshotAsset> eligible, int considered, Map<String, ExclusionReason> exclusions) {

    public Universe {
        eligible = List.copyOf(eligible);
        exclusions = Map.copyOf(exclusions);
    }

    /** How many assets each reason excluded; reasons that excluded none are absent. */
    public Map<ExclusionReason, Integer> counts() {
        Map<ExclusionReason, Integer> counts = new EnumMap<>(ExclusionReason.class);
        exclusions.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    public Optional<ExclusionReason> whyNot(SnapshotAsset asset) {
        return Optional.ofNullable(exclusions.get(asset.id().toString()));
    }
}
