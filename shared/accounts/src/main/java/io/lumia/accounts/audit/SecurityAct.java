package io.lumia.accounts.audit;

import java.util.Map;

/**
 * An act that matters for security; those of people are {@link io.lumia.accounts.AccountEvent}s. What an act tells is in its
 * record, and only that is kept: ids, names of settings, counts, keyed hashes. {@link AuditContent} refuses what looks like a
 * person's data.
 */
public sealed interface SecurityAct permits AccessAct, PartnerAct, SystemAct, OperatorAct {

    /** Such as {@code key.revoked}; stays as it is, since old entries carry it. */
    String kind();

    /** What it was done to, such as {@code key/6f96…}. */
    String subject();

    /** What else is worth knowing, by name. */
    default Map<String, String> details() {
        return Map.of();
    }
}
