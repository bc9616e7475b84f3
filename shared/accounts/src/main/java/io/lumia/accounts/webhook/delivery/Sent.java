package io.lumia.accounts.webhook.delivery;

import java.time.Duration;

/** What came of sending once. */
public sealed interface Sent {

    /** @param retryAfter what the receiver asks us to wait; zero where it does not say */
    record Answered(int status, Duration retryAfter) implements Sent {

        boolean isTaken() {
            return status >= 200 && status < 300;
        }

        /** The receiver wants no more of this endpoint (Standard Webhooks 1.0.0, "Delivery"). */
        boolean isGone() {
            return status == 410;
        }
    }

    /** @param kind such as {@code timed_out} */
    record Unanswered(String kind, String detail) implements Sent {}
}
