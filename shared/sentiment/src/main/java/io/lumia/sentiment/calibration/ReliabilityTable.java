package io.lumia.sentiment.calibration;

import io.lumia.kernel.AppException;
import java.util.ArrayList;
import java.util.List;

/**
 * How sure answers were against how often they were right, in ten bins of confidence of equal width.
 *
 * @param bins  from the least sure; a bin without answers is there too
 */
public record ReliabilityTable(List<Bin> bins) {

    public static final int BINS = 10;

    /**
     * @param meanConfidence  0 where there is no answer
     * @param accuracy  the share that was right; 0 where there is no answer
     */
    public record Bin(double from, double to, int count, double meanConfidence, double accuracy) {}

    public ReliabilityTable {
        bins = List.copyOf(bins);
    }

    public static ReliabilityTable of(List<Judged> judged) {
        int[] counts = new int[BINS];
        double[] confidences = new double[BINS];
        int[] correct = new int[BINS];
        for (Judged one : judged) {
            if (!(one.confidence() >= 0.0 && one.confidence() <= 1.0)) {
                throw AppException.invalid("confidence", one.confidence(), "0 to 1");
            }
            int bin = Math.min((int) (one.confidence() * BINS), BINS - 1);
            counts[bin]++;
            confidences[bin] += one.confidence();
            correct[bin] += one.correct() ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int count = Math.max(counts[bin], 1);
            bins.add(new Bin(
                    bin / (double) BINS,
                    (bin + 1) / (double) BINS,
                    counts[bin],
                    confidences[bin] / count,
                    correct[bin] / (double) count));
        }
        return new ReliabilityTable(bins);
    }

    public int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }

    /** The expected calibration error: |confidence − accuracy| of each bin, weighted by its answers (Naeini and others 2015). */
    public double expectedCalibrationError() {
        double sum = bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.meanConfidence() - bin.accuracy()))
                .sum();
        return sum / Math.max(count(), 1);
    }
}
