package io.lumia.platform.metrics;

import static io.lumia.platform.metrics.LabelKey.FUNCTION;
import static io.lumia.platform.metrics.LabelKey.ROUTE;
import static io.lumia.platform.metrics.LabelKey.STATUS;

import java.util.List;

/** How long something takes. */
public enum Timing implements Measure {
    REQUEST_TIME("From a request's arrival at its function to the answer.", List.of(ROUTE, STATUS)),
    INVOCATION_TIME("One run of a function.", List.of(FUNCTION));

    private final String help;
    private final List<LabelKey> labels;

    Timing(String help, List<LabelKey> labels) {
        this.help = help;
        this.labels = labels;
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public List<LabelKey> labels() {
        return labels;
    }

    @Override
    public List<LabelKey> dimensions() {
        return List.of();
    }
}
