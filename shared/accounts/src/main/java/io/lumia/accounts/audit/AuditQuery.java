package io.lumia.accounts.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null does not narrow.
 *
 * @param actor   letter by letter, such as {@code key/6f96…}
 * @param subject likewise
 * @param kind    such as {@code key.revoked}
 * @param from    at this instant or later
 * @param before  earlier than this instant
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** All of them. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null);
}
