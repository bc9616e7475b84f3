package io.lumia.platform.metrics;

import static io.lumia.platform.metrics.LabelKey.ASSET_CLASS;

import java.util.List;

/** What stands at a value now. */
public enum Gauge implements Measure {
    /** The newest bar of all active assets of the class; grows over weekends. */
    DATA_AGE_HOURS("Hours since the session of the newest bar closed.", List.of(ASSET_CLASS)),
    /** Zero where the newest session that should be there is; knows weekends and holidays. */
    DATA_LATE_HOURS("Hours since the first session closed that no asset has a bar of.", List.of(ASSET_CLASS)),
    RUN_COMPLETENESS("Sessions with a bar divided by sessions that should have one, of the last run.", List.of());

    private final String help;
    private final List<LabelKey> labels;

    Gauge(String help, List<LabelKey> labels) {
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

    /**
     * Also without any, so that one alarm can watch the worst of them. The age only so: by class it follows from what is late and
     * from the calendar, and each class would cost.
     */
    @Override
    public List<List<LabelKey>> dimensionSets() {
        return labels.isEmpty() || this == DATA_AGE_HOURS ? List.of(List.of()) : List.of(labels, List.of());
    }

    /** A mean over what should be told apart would say nothing. */
    @Override
    public List<LabelKey> dimensions() {
        return labels;
    }
}
