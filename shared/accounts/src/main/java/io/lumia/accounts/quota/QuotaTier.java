package io.lumia.accounts.quota;

import io.lumia.kernel.access.Plan;

/** How much somebody may ask for within {@link TakeQuota#WINDOW}. */
public enum QuotaTier {
    /** Whoever does not say who he is, by network address. */
    ANONYMOUS(100),
    AUTHENTICATED(1_000),
    PREMIUM(10_000);

    private final int requests;

    QuotaTier(int requests) {
        this.requests = requests;
    }

    /** Requests within any hour. */
    public int requests() {
        return requests;
    }

    public static QuotaTier of(Plan plan) {
        return switch (plan) {
            case STANDARD -> AUTHENTICATED;
            case PREMIUM -> PREMIUM;
        };
    }
}
