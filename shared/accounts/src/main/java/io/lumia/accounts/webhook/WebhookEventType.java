package io.lumia.accounts.webhook;

import io.lumia.kernel.access.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a partner can subscribe to. The codes are part of the API. */
public enum WebhookEventType {
    RECOMMENDATION_GRADED("recommendation.graded", Scope.RECOMMENDATIONS_READ),
    SIGNAL_CROSSED("signal.crossed", Scope.SIGNALS_READ),
    RUN_FINISHED("run.finished", Scope.COLLECTION_READ),
    QUOTA_NEAR("quota.near", Scope.KEYS_MANAGE),
    /** Sent on request only, to one endpoint, whatever it subscribed to. */
    TEST("webhook.test", Scope.WEBHOOKS_MANAGE);

    /** All that can be subscribed to. */
    public static final Set<WebhookEventType> OFFERED = Set.copyOf(EnumSet.complementOf(EnumSet.of(TEST)));

    private final String code;
    private final Scope needs;

    WebhookEventType(String code, Scope needs) {
        this.code = code;
        this.needs = needs;
    }

    public String code() {
        return code;
    }

    /** What its owner must be allowed to read by other ways, or an endpoint would tell him what the API refuses. */
    public Scope needs() {
        return needs;
    }

    public static Optional<WebhookEventType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
