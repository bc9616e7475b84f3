package io.lumia.platform.metrics;

/** Whether somebody who asked what to hold was told. */
public enum Given implements Label {
    MADE,
    WITHHELD;

    @Override
    public LabelKey key() {
        return LabelKey.ADVICE;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }
}
