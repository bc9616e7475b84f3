package io.lumia.platform.metrics;

import static io.lumia.platform.metrics.LabelKey.ADVICE;
import static io.lumia.platform.metrics.LabelKey.DATASET;
import static io.lumia.platform.metrics.LabelKey.DELIVERY;
import static io.lumia.platform.metrics.LabelKey.FUNCTION;
import static io.lumia.platform.metrics.LabelKey.HANDLING;
import static io.lumia.platform.metrics.LabelKey.OUTCOME;
import static io.lumia.platform.metrics.LabelKey.PROVIDER;
import static io.lumia.platform.metrics.LabelKey.ROUTE;
import static io.lumia.platform.metrics.LabelKey.STATUS;

import java.util.List;

/** What is counted. */
public enum Counter implements Measure {
    REQUESTS("HTTP requests answered.", List.of(ROUTE, STATUS), List.of(STATUS)),
    INVOCATIONS("Runs of a function.", List.of(FUNCTION), List.of()),
    INVOCATION_ERRORS("Runs of a function that failed as a whole.", List.of(FUNCTION), List.of()),
    COLD_STARTS("First runs of a function in a process.", List.of(FUNCTION), List.of()),
    QUEUE_ITEMS("Messages taken from queues.", List.of(FUNCTION, HANDLING), List.of(HANDLING)),
    ROWS_LOADED("Rows of facts that were new or revised.", List.of(DATASET), List.of()),
    ROWS_SET_ASIDE("Rows of facts that were not believed.", List.of(DATASET), List.of()),
    ARTICLES_SCORED("Articles that were given a sentiment score.", List.of(), List.of()),
    RECOMMENDATIONS("Answers to what to hold.", List.of(ADVICE), List.of(ADVICE)),
    PROVIDER_CALLS("Items that a provider was asked for.", List.of(PROVIDER, OUTCOME), List.of(OUTCOME)),
    QUOTA_REFUSALS("Requests refused since their caller's quota was used up.", List.of(), List.of()),
    WEBHOOK_DELIVERIES("Attempts to tell a partner's endpoint.", List.of(DELIVERY), List.of(DELIVERY));

    private final String help;
    private final List<LabelKey> labels;
    private final List<LabelKey> dimensions;

    Counter(String help, List<LabelKey> labels, List<LabelKey> dimensions) {
        this.help = help;
        this.labels = labels;
        this.dimensions = dimensions;
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
        return dimensions;
    }
}
