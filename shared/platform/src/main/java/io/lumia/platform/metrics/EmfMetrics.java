package io.lumia.platform.metrics;

import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceScope;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes numbers as lines of CloudWatch's embedded metric format: CloudWatch makes metrics of what a line names as such, and
 * keeps the rest of it as a log entry that can be searched. No call leaves the function for it.
 *
 * <p>A flush writes few lines: numbers share one as long as none of their labels differ. What was taken is written before
 * its turn once there are {@link #MAX_SERIES} numbers or {@link #MAX_VALUES} times of one kind, so that both lines and
 * memory are bounded.
 */
public final class EmfMetrics implements Metrics {

    /** The format takes as many values of one metric in a line. */
    static final int MAX_VALUES = 100;

    /** The format takes as many metrics in a line. */
    static final int MAX_SERIES = 100;

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final PrintStream out;
    private final String namespace;
    private final FunctionName function;
    private final Clock clock;
    private final Map<Series, List<Double>> taken = new LinkedHashMap<>();

    /** @param stage of the deployment; empty where it is not known */
    public EmfMetrics(PrintStream out, String stage, FunctionName function, Clock clock) {
        this.out = out;
        this.namespace = namespace(stage);
        this.function = function;
        this.clock = clock;
    }

    /** Where a stage's metrics are in CloudWatch: {@code Lumia/prod}. */
    public static String namespace(String stage) {
        return stage.isEmpty() ? "Lumia" : "Lumia/" + stage;
    }

    @Override
    public synchronized void count(Counter counter, long by, Label... labels) {
        List<Double> values = values(new Series(counter, counter.checked(labels)));
        double before = values.isEmpty() ? 0 : values.removeLast();
        values.add(before + by);
    }

    @Override
    public synchronized void set(Gauge gauge, double value, Label... labels) {
        List<Double> values = values(new Series(gauge, gauge.checked(labels)));
        values.clear();
        values.add(value);
    }

    @Override
    public synchronized void time(Timing timing, Duration took, Label... labels) {
        List<Double> values = values(new Series(timing, timing.checked(labels)));
        values.add(took.toNanos() / NANOS_PER_MILLISECOND);
        if (values.size() == MAX_VALUES) {
            flush();
        }
    }

    @Override
    public synchronized void flush() {
        List<EmfLine> lines = new ArrayList<>();
        taken.forEach((series, values) -> lineFor(series, lines).add(series, values));
        taken.clear();
        lines.forEach(line -> out.println(line.json(namespace, clock.millis(), around())));
        out.flush();
    }

    private List<Double> values(Series series) {
        if (taken.size() == MAX_SERIES && !taken.containsKey(series)) {
            flush();
        }
        return taken.computeIfAbsent(series, _ -> new ArrayList<>());
    }

    private static EmfLine lineFor(Series series, List<EmfLine> lines) {
        for (EmfLine line : lines) {
            if (line.takes(series)) {
                return line;
            }
        }
        lines.add(new EmfLine());
        return lines.getLast();
    }

    /** What stands beside the numbers, so that a line is found with the others of its request; never a dimension. */
    private Map<String, String> around() {
        Map<String, String> around = new LinkedHashMap<>();
        around.put(function.key().text(), function.value());
        RequestScope.current().ifPresent(id -> around.put(RequestScope.NAME, id));
        TraceScope.current().ifPresent(trace -> around.put(TraceScope.TRACE, trace.traceId()));
        return around;
    }
}
