package io.lumia.sentiment.calibration;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rising staircase from a confidence to the share that was right, by pooling adjacent violators (Ayer and others 1955).
 * What temperature scaling is compared with; it is not what ships.
 */
final class Isotonic {

    private record Step(double from, double sum, int count) {

        double value() {
            return sum / count;
        }

        Step with(Step next) {
            return new Step(from, sum + next.sum, count + next.count);
        }
    }

    private final TreeMap<Double, Double> steps = new TreeMap<>();

    private Isotonic() {}

    static Isotonic fit(List<Judged> judged) {
        Deque<Step> stack = new ArrayDeque<>();
        judged.stream().sorted(Comparator.comparingDouble(Judged::confidence)).forEach(one -> {
            Step step = new Step(one.confidence(), one.correct() ? 1.0 : 0.0, 1);
            while (!stack.isEmpty() && stack.peekLast().value() >= step.value()) {
                step = stack.removeLast().with(step);
            }
            stack.addLast(step);
        });
        Isotonic isotonic = new Isotonic();
        stack.forEach(step -> isotonic.steps.put(step.from(), step.value()));
        return isotonic;
    }

    double apply(double confidence) {
        Map.Entry<Double, Double> step = steps.floorEntry(confidence);
        return step == null ? steps.firstEntry().getValue() : step.getValue();
    }
}
