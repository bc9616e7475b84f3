package io.lumia.collection;

import java.time.Instant;
import java.util.Map;

/**
 * Who did what.
 *
 * @param actor     a user's name; {@code local} on a laptop
 * @param action    such as {@code quarantine.release}
 * @param subject   what it was done to, such as {@code quarantine/42}
 * @param details   what else is worth knowing
 * @param requestId of the request that asked for it; the log has the same
 */
public record AuditEntry(
        Instant at, String actor, String action, String subject, Map<String, Object> details, String requestId) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
