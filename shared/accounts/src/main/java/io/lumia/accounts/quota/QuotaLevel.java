package io.lumia.accounts.quota;

/** How much of a quota is used, where somebody wants to know. */
public enum QuotaLevel {
    /** {@link QuotaDecision.Granted#NEAR} of it. */
    NEAR,
    /** All of it: the next request is refused. */
    USED_UP
}
