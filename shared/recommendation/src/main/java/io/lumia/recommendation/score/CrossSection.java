package io.lumia.recommendation.score;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks values against each other. A percentile is {@code (rank − ½) / n} over the n known values, ties sharing their mean rank: the
 * median is ½ whatever n is, and no asset is ever 0 or 1. Where values are ranked inside their sectors too, a
 * percentile is {@code share × sector's + (1 − share) × everyone's}; a sector with too few known values counts as everyone.
 */
public final class CrossSection {

    private final List<String> sectors;
    private final int minimumSectorSize;
    private final double sectorShare;

    /** @param sectors of the assets, in the order in which values will come; an empty text where there is none */
    public CrossSection(List<String> sectors, int minimumSectorSize, double sectorShare) {
        if (!(sectorShare >= 0 && sectorShare <= 1)) {
            throw AppException.invalid("share of the sector's rank", sectorShare, "0 to 1");
        }
        this.sectors = List.copyOf(sectors);
        this.minimumSectorSize = minimumSectorSize;
        this.sectorShare = sectorShare;
    }

    /** NaN where the value is; the largest value has the largest percentile. */
    public double[] percentiles(double[] values) {
        if (values.length != sectors.size()) {
            throw AppException.invalid("number of values", values.length, sectors.size() + ", one per asset");
        }
        double[] everyones = ranked(values, all(values.length));
        double[] blended = everyones.clone();
        for (int[] members : bySector(values).values()) {
            double[] sectors = ranked(values, members);
            for (int member : members) {
                blended[member] = sectorShare * sectors[member] + (1 - sectorShare) * everyones[member];
            }
        }
        return blended;
    }

    private static int[] all(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** Known members of each sector that is large enough. */
    private Map<String, int[]> bySector(double[] values) {
        Map<String, int[]> members = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!sectors.get(i).isEmpty() && !Double.isNaN(values[i])) {
                counts.merge(sectors.get(i), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < minimumSectorSize);
        counts.forEach((sector, count) -> members.put(sector, new int[count]));
        for (int i = values.length - 1; i >= 0; i--) {
            int[] own = members.get(sectors.get(i));
            if (own != null && !Double.isNaN(values[i])) {
                own[counts.merge(sectors.get(i), -1, Integer::sum)] = i;
            }
        }
        return members;
    }

    /** Percentiles of some members among themselves; NaN elsewhere. Zero and minus zero are the same. */
    private static double[] ranked(double[] values, int[] members) {
        double[] sorted = Arrays.stream(members)
                .mapToDouble(member -> values[member] + 0.0)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] middles = middles(sorted);
        double[] percentiles = new double[values.length];
        Arrays.fill(percentiles, Double.NaN);
        for (int member : members) {
            if (!Double.isNaN(values[member])) {
                percentiles[member] = middles[Arrays.binarySearch(sorted, values[member] + 0.0)];
            }
        }
        return percentiles;
    }

    /** By place: the percentile that equal values share. */
    private static double[] middles(double[] sorted) {
        double[] middles = new double[sorted.length];
        int below = 0;
        while (below < sorted.length) {
            int end = below + 1;
            while (end < sorted.length && sorted[end] == sorted[below]) {
                end++;
            }
            Arrays.fill(middles, below, end, (below + end) / 2.0 / sorted.length);
            below = end;
        }
        return middles;
    }
}
