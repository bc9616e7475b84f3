package io.lumia.accounts.webhook;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a partner can subscribe to. The codes are part of the API. */
public enum WebhookEventType {
    RECOMMENDATION_GRADED("recommendation.graded"),
    SIGNAL_CROSSED("signal.crossed"),
    RUN_FINISHED("run.finished"),
    QUOTA_NEAR("quota.near"),
    /** Sent on request only, to one endpoint, whatever it subscribed to. */
    TEST("webhook.test");

    /** All that can be subscribed to. */
    public static final Set<WebhookEventType> OFFERED = Set.copyOf(EnumSet.complementOf(EnumSet.of(TEST)));

    private final String code;

    WebhookEventType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<WebhookEventType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
