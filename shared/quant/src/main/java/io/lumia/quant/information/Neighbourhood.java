package io.lumia.quant.information;

/**
 * The neighbours of one sample after the other, by all distances to it. Of neighbours equally far the one is taken whose distances in
 * next value, source's and target's history have the smaller sum, which does not depend on the order of samples; then the earlier. Not
 * thread-safe.
 */
final class Neighbourhood {

    private final double[][] nextColumn;
    private final Embedding embedding;
    private final double[] next;
    private final double[] source;
    private final double[] past;
    private final double[] farthest;
    private final int[] nearest;

    Neighbourhood(Embedding embedding, int neighbours) {
        this.embedding = embedding;
        this.nextColumn = new double[][] {embedding.next()};
        this.next = new double[embedding.samples()];
        this.source = new double[embedding.samples()];
        this.past = new double[embedding.samples()];
        this.farthest = new double[embedding.samples()];
        this.nearest = new int[neighbours];
    }

    /**
     * Other samples that are near in the target's history.
     *
     * @param past        in that at least
     * @param pastAndNext also in the next value
     * @param both        also in the source's history
     */
    record Counts(int past, int pastAndNext, int both) {}

    /** Measures from another sample. */
    void moveTo(int sample) {
        measure(nextColumn, sample, next);
        measure(embedding.sourcePast(), sample, source);
        measure(embedding.targetPast(), sample, past);
        // A sample is no neighbour of its own.
        past[sample] = Double.POSITIVE_INFINITY;
        for (int i = 0; i < farthest.length; i++) {
            farthest[i] = Math.max(past[i], Math.max(next[i], source[i]));
        }
        findNearest();
    }

    /** The largest difference in any column. */
    private static void measure(double[][] columns, int sample, double[] distances) {
        double centre = columns[0][sample];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(columns[0][i] - centre);
        }
        for (int column = 1; column < columns.length; column++) {
            double[] values = columns[column];
            double value = values[sample];
            for (int i = 0; i < distances.length; i++) {
                distances[i] = Math.max(distances[i], Math.abs(values[i] - value));
            }
        }
    }

    private void findNearest() {
        int found = 0;
        for (int i = 0; i < farthest.length; i++) {
            if (found < nearest.length) {
                insert(i, found++);
            } else if (nearer(i, nearest[found - 1])) {
                insert(i, found - 1);
            }
        }
    }

    /** Into the nearest so far, of which the one at {@code last} is dropped. */
    private void insert(int sample, int last) {
        int place = last;
        while (place > 0 && nearer(sample, nearest[place - 1])) {
            nearest[place] = nearest[place - 1];
            place--;
        }
        nearest[place] = sample;
    }

    private boolean nearer(int a, int b) {
        return farthest[a] < farthest[b] || (farthest[a] == farthest[b] && sum(a) < sum(b));
    }

    private double sum(int sample) {
        return next[sample] + source[sample] + past[sample];
    }

    /** Samples nearer than the K-th neighbour, in all three. */
    Counts countNearer() {
        double within = Math.nextDown(farthest[nearest[nearest.length - 1]]);
        return count(within, within, within);
    }

    /** Samples not farther than any of the K neighbours, a distance for each of the three. */
    Counts countInBox() {
        return count(largest(next), largest(source), largest(past));
    }

    private double largest(double[] distances) {
        double largest = 0;
        for (int sample : nearest) {
            largest = Math.max(largest, distances[sample]);
        }
        return largest;
    }

    private Counts count(double nextRadius, double sourceRadius, double pastRadius) {
        int near = 0;
        int withNext = 0;
        int withSource = 0;
        for (int i = 0; i < past.length; i++) {
            if (past[i] <= pastRadius) {
                near++;
                withNext += next[i] <= nextRadius ? 1 : 0;
                withSource += source[i] <= sourceRadius ? 1 : 0;
            }
        }
        return new Counts(near, withNext, withSource);
    }
}
