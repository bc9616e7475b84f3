package io.lumia.quant.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * The estimators of Kraskov and others once more, as the formulas read: all distances are sorted, neighbours are sets. Where neighbours
 * are equally far the second algorithm has several values, as nothing says which to take; all of them are given.
 */
public final class DirectKraskov {

    /** 2¹² ways of choosing, for one sample; and values altogether: with many more, any number would be near one of them. */
    private static final int MAX_TIED = 12;

    private static final int MAX_VALUES = 1_000;
    private static final double SAME = 1e-12;

    private final int neighbours;
    private final List<double[]> next;
    private final List<double[]> source;
    private final List<double[]> past;
    private final int samples;

    public DirectKraskov(double[] source, double[] target, HistoryLengths histories, int neighbours) {
        int first = Math.max(histories.target(), histories.source());
        this.samples = target.length - first;
        this.neighbours = neighbours;
        this.next = columns(target, first, 0, 0);
        this.past = columns(target, first, 1, histories.target());
        this.source = columns(source, first, 1, histories.source());
    }

    private List<double[]> columns(double[] series, int first, int fromLag, int toLag) {
        return IntStream.rangeClosed(fromLag, toLag)
                .mapToObj(lag -> standardised(Arrays.copyOfRange(series, first - lag, first - lag + samples)))
                .toList();
    }

    /** Not by commons-math: another rounding would make other neighbours equally far. */
    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).reduce(0, Double::sum) / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .reduce(0, Double::sum);
        double deviation = Math.sqrt(squares / (values.length - 1));
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }

    /** Distances of a sample in next value, source's and target's history. */
    private record Distance(double next, double source, double past) {

        double largest() {
            return Math.max(next, Math.max(source, past));
        }
    }

    public double first() {
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            List<Distance> others = nearestFirst(i);
            double radius = others.get(neighbours - 1).largest();
            sum += digamma(1 + count(others, other -> other.past < radius))
                    - digamma(1 + count(others, other -> other.past < radius && other.next < radius))
                    - digamma(1 + count(others, other -> other.past < radius && other.source < radius));
        }
        return digamma(neighbours) + sum / samples;
    }

    /** A value for each way of choosing among neighbours equally far, equal ones once. */
    public double[] second() {
        List<Double> sums = List.of(0.0);
        for (int i = 0; i < samples; i++) {
            List<Distance> others = nearestFirst(i);
            Set<Double> terms = new HashSet<>();
            boxes(others).forEach(box -> terms.add(term(others, box)));
            sums = distinct(sums.stream()
                    .flatMap(sum -> terms.stream().map(term -> sum + term))
                    .sorted()
                    .toList());
        }
        double constant = digamma(neighbours) - 2.0 / neighbours;
        return sums.stream().mapToDouble(sum -> constant + sum / samples).toArray();
    }

    private static List<Double> distinct(List<Double> ascending) {
        List<Double> distinct = new ArrayList<>();
        for (double value : ascending) {
            if (distinct.isEmpty() || value - distinct.getLast() > SAME) {
                distinct.add(value);
            }
        }
        if (distinct.size() > MAX_VALUES) {
            throw new IllegalArgumentException("values are more than " + MAX_VALUES + ": too many are equally far");
        }
        return distinct;
    }

    private static double term(List<Distance> others, Distance box) {
        long near = count(others, other -> other.past <= box.past);
        long withNext = count(others, other -> other.past <= box.past && other.next <= box.next);
        long withSource = count(others, other -> other.past <= box.past && other.source <= box.source);
        return digamma(near) - (digamma(withNext) - 1.0 / withNext) - (digamma(withSource) - 1.0 / withSource);
    }

    /** The smallest one around every K neighbours such that none left out is nearer than one taken. */
    private Set<Distance> boxes(List<Distance> nearestFirst) {
        double radius = nearestFirst.get(neighbours - 1).largest();
        List<Distance> sure =
                nearestFirst.stream().filter(other -> other.largest() < radius).toList();
        List<Distance> tied =
                nearestFirst.stream().filter(other -> other.largest() == radius).toList();
        if (tied.size() > MAX_TIED) {
            throw new IllegalArgumentException("neighbours equally far are " + tied.size() + ", at most " + MAX_TIED);
        }
        Set<Distance> boxes = new HashSet<>();
        for (int choice = 0; choice < 1 << tied.size(); choice++) {
            if (Integer.bitCount(choice) == neighbours - sure.size()) {
                List<Distance> taken = new ArrayList<>(sure);
                int chosen = choice;
                IntStream.range(0, tied.size())
                        .filter(i -> (chosen >> i & 1) == 1)
                        .forEach(i -> taken.add(tied.get(i)));
                boxes.add(around(taken));
            }
        }
        return boxes;
    }

    private static Distance around(List<Distance> taken) {
        return taken.stream()
                .reduce(
                        new Distance(0, 0, 0),
                        (a, b) -> new Distance(
                                Math.max(a.next, b.next), Math.max(a.source, b.source), Math.max(a.past, b.past)));
    }

    /** -γ + 1 + 1/2 + … + 1/(n - 1): commons-math's is wrong in the ninth digit. */
    private static double digamma(long n) {
        double sum = -Gamma.GAMMA;
        for (long i = n - 1; i > 0; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }

    private static long count(List<Distance> others, Predicate<Distance> near) {
        return others.stream().filter(near).count();
    }

    private List<Distance> nearestFirst(int i) {
        return IntStream.range(0, samples)
                .filter(j -> j != i)
                .mapToObj(j -> new Distance(distance(next, i, j), distance(source, i, j), distance(past, i, j)))
                .sorted(Comparator.comparingDouble(Distance::largest))
                .toList();
    }

    private static double distance(List<double[]> columns, int i, int j) {
        return columns.stream()
                .mapToDouble(column -> Math.abs(column[i] - column[j]))
                .max()
                .orElseThrow();
    }
}
