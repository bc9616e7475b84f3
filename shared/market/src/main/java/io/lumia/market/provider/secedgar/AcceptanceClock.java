package io.lumia.market.provider.secedgar;

import io.lumia.market.AcceptanceTime;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code acceptanceDateTime} means in one answer. All end in Z, but the answers about many filers show New York's clock
 * with a Z behind it (Apple's results of 16:30 New York read {@code 16:30:33.000Z}); those about others are UTC. The
 * convention is one per answer. It shows in what cannot be: EDGAR accepts from 6:00 to 22:00 New York on weekdays, and
 * dates no filing before it came. Whichever reading makes fewer impossible times holds; where both are as good, New York,
 * which is four or five hours later and so never looks ahead, and the times count as assumed.
 */
final class AcceptanceClock {

    private static final Pattern WRITTEN =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z?");

    /** Filings begun before the close are taken in a little after it. */
    private static final LocalTime LATEST = AcceptanceTime.CLOSES.plusMinutes(30);

    private final boolean isUtc;
    private final boolean isCertain;

    private AcceptanceClock(boolean isUtc, boolean isCertain) {
        this.isUtc = isUtc;
        this.isCertain = isCertain;
    }

    /**
     * One filing's times as written.
     *
     * @param accepted as in {@code acceptanceDateTime}; may be empty
     */
    record Times(String accepted, LocalDate filed) {}

    static AcceptanceClock of(List<Times> filings) {
        long impossibleInUtc = 0;
        long impossibleInNewYork = 0;
        for (Times times : filings) {
            Optional<LocalDateTime> written = written(times.accepted());
            if (written.isPresent()) {
                impossibleInUtc += isImpossible(asUtc(written.get()), times.filed()) ? 1 : 0;
                impossibleInNewYork += isImpossible(asNewYork(written.get()), times.filed()) ? 1 : 0;
            }
        }
        return new AcceptanceClock(impossibleInUtc < impossibleInNewYork, impossibleInUtc != impossibleInNewYork);
    }

    private static boolean isImpossible(ZonedDateTime newYork, LocalDate filed) {
        LocalTime time = newYork.toLocalTime();
        DayOfWeek day = newYork.getDayOfWeek();
        return time.isBefore(AcceptanceTime.OPENS)
                || time.isAfter(LATEST)
                || day == DayOfWeek.SATURDAY
                || day == DayOfWeek.SUNDAY
                || newYork.toLocalDate().isAfter(filed);
    }

    boolean isCertain() {
        return isCertain;
    }

    /** Empty for a text that is no time. */
    Optional<Instant> instant(String accepted) {
        return written(accepted).map(time -> (isUtc ? asUtc(time) : asNewYork(time)).toInstant());
    }

    private static ZonedDateTime asUtc(LocalDateTime time) {
        return time.atZone(ZoneOffset.UTC).withZoneSameInstant(AcceptanceTime.NEW_YORK);
    }

    private static ZonedDateTime asNewYork(LocalDateTime time) {
        return time.atZone(AcceptanceTime.NEW_YORK);
    }

    private static Optional<LocalDateTime> written(String accepted) {
        if (!WRITTEN.matcher(accepted).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(accepted.replace(' ', 'T').replace("Z", "")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
