package io.lumia.platform.metrics;

/** Whether a message of a queue took effect or will be delivered again. */
public enum Handling implements Label {
    HANDLED,
    FAILED;

    @Override
    public LabelKey key() {
        return LabelKey.HANDLING;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }
}
