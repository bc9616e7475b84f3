package io.lumia.platform.metrics;

import io.lumia.platform.metrics.MetricBook.Durations;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A book of metrics as Prometheus reads it (text format 0.0.4, prometheus.io/docs/instrumenting/exposition_formats).
 * Counters end in {@code _total}, times are histograms in seconds. Each measure is described, also where nothing was taken.
 */
public final class PrometheusText {

    /** Of the answer that carries it. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "lumia_";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {}

    public static String of(MetricBook book) {
        PrometheusText page = new PrometheusText();
        for (Counter counter : Counter.values()) {
            String name = PREFIX + counter.text() + "_total";
            page.describe(name, "counter", counter);
            book.of(counter)
                    .forEach(entry -> page.sample(
                            name,
                            labels(entry.getKey()),
                            Long.toString(entry.getValue().sum())));
        }
        for (Gauge gauge : Gauge.values()) {
            String name = PREFIX + gauge.text();
            page.describe(name, "gauge", gauge);
            book.of(gauge)
                    .forEach(entry -> page.sample(
                            name, labels(entry.getKey()), entry.getValue().toString()));
        }
        for (Timing timing : Timing.values()) {
            String name = PREFIX + timing.text() + "_seconds";
            page.describe(name, "histogram", timing);
            book.of(timing).forEach(entry -> page.histogram(name, entry));
        }
        return page.text.toString();
    }

    private void describe(String name, String type, Measure measure) {
        text.append("# HELP ").append(name).append(' ').append(measure.help()).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void histogram(String name, Map.Entry<Series, Durations> entry) {
        List<String> labels = labels(entry.getKey());
        Durations durations = entry.getValue();
        for (int i = 0; i < Durations.BOUNDS.size(); i++) {
            sample(
                    name + "_bucket",
                    with(labels, "le=\"" + Durations.BOUNDS.get(i) + '"'),
                    Long.toString(durations.upTo(i)));
        }
        sample(name + "_bucket", with(labels, "le=\"+Inf\""), Long.toString(durations.count()));
        sample(name + "_sum", labels, Double.toString(durations.seconds()));
        sample(name + "_count", labels, Long.toString(durations.count()));
    }

    private void sample(String name, List<String> labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append(labels.stream().collect(Collectors.joining(",", "{", "}")));
        }
        text.append(' ').append(value).append('\n');
    }

    /** Values need no escape: they are lower case letters, digits, dashes and underscores. */
    private static List<String> labels(Series series) {
        return series.labels().stream()
                .map(label -> label.key().text() + "=\"" + label.value() + '"')
                .toList();
    }

    private static List<String> with(List<String> labels, String last) {
        return Stream.concat(labels.stream(), Stream.of(last)).toList();
    }
}
