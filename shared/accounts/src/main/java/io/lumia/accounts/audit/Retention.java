package io.lumia.accounts.audit;

import io.lumia.kernel.AppException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How long entries are kept.
 *
 * @param years 1 to 100; 7 unless set otherwise
 */
public record Retention(int years) {

    public static final Retention STANDARD = new Retention(7);

    public Retention {
        if (years < 1 || years > 100) {
            throw AppException.invalid("lumia.audit.retention-years", years, "1 to 100");
        }
    }

    /** Entries before this instant may go: calendar years, UTC. */
    public Instant keptFrom(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
    }
}
