package io.lumia.platform.metrics;

import java.util.List;

/** One number over time: a measure with its labels. */
public record Series(Measure measure, List<Label> labels) {

    public Series {
        labels = List.copyOf(labels);
    }
}
