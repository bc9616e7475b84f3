package io.lumia.accounts.audit;

import io.lumia.kernel.AppException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an entry says, before it has its place in the chain.
 *
 * @param at        UTC, whole microseconds, as the database keeps them
 * @param actor     an {@link Actor} as text
 * @param kind      of the act
 * @param subject   what it was done to
 * @param details   in the order of their names
 * @param requestId of the request that asked for it; the log has the same; empty outside a request
 */
public record AuditContent(
        Instant at, String actor, String kind, String subject, SortedMap<String, String> details, String requestId) {

    /** Ids, hashes, names of settings and routes. No blank and no at sign: nobody's name or mail address. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/?&~%{}+=-]{0,400}");

    private static final String ALLOWED = "0 to 400 of A-Z a-z 0-9 _ . , : / ? & ~ % { } + = -";

    public AuditContent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** Checked here and not in the constructor: a verification must be able to read an entry that was tampered with. */
    public static AuditContent of(
            Instant at, Actor actor, String kind, String subject, Map<String, String> details, String requestId) {
        requirePlain("actor", actor.text());
        requirePlain("kind", kind);
        requirePlain("subject", subject);
        requirePlain("request_id", requestId);
        details.forEach((name, value) -> requirePlain("details." + name, value));
        return new AuditContent(at, actor.text(), kind, subject, new TreeMap<>(details), requestId);
    }

    private static void requirePlain(String field, String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw AppException.invalid("audit." + field, value, ALLOWED);
        }
    }
}
