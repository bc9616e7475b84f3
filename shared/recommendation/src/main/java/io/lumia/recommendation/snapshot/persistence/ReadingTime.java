package io.lumia.recommendation.snapshot.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.database.Sql;
import io.lumia.recommendation.snapshot.SnapshotTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Up to when a reading sees. In microseconds, as the server counts; finer instants would be rounded up by it.
 *
 * @param session the last one in New York that had closed
 */
record ReadingTime(Instant asOf, Instant knownAt, LocalDate session) {

    /** Of the current rows those that were known; followed by {@link #bindCurrent}. */
    static final String KNOWN = " learned_at <= ? ";

    /** Of superseded rows those that can be the one that is seen: of these the earliest is. Followed by {@link #bindSuperseded}. */
    static final String SUPERSEDED = " valid_to > ? AND valid_from <= ? AND valid_from < valid_to ";

    static ReadingTime of(SnapshotTime time) {
        return new ReadingTime(
                micros(time.asOf().instant()),
                micros(time.knownAt()),
                ExchangeCalendar.UNITED_STATES.lastClosedSession(time.asOf()));
    }

    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the place of the next parameter. */
    int bindCurrent(PreparedStatement statement, int place) throws SQLException {
        statement.setObject(place, Sql.utc(knownAt));
        return place + 1;
    }

    int bindSuperseded(PreparedStatement statement, int place) throws SQLException {
        statement.setObject(place, Sql.utc(asOf));
        statement.setObject(place + 1, Sql.utc(knownAt));
        return place + 2;
    }

    AsOf publicBy() {
        return AsOf.of(asOf);
    }
}
