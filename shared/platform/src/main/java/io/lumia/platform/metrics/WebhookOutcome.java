package io.lumia.platform.metrics;

/** What came of an attempt to tell a partner's endpoint. */
public enum WebhookOutcome implements Label {
    DELIVERED,
    REFUSED,
    UNANSWERED;

    @Override
    public LabelKey key() {
        return LabelKey.DELIVERY;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }
}
