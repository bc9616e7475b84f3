package io.lumia.accounts.webhook.delivery;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Locale;

/** How a delivery stands. */
public enum DeliveryStatus {
    /** To be sent, or sent again. */
    PENDING,
    /** Answered with 2xx. */
    DELIVERED,
    /** Given up. */
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryStatus parse(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("status", code, "pending, delivered or failed"));
    }
}
