package io.lumia.market;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which days a market trades and when its day ends.
 *
 * <p>{@link #isSession} decides whether a bar of that date can be believed, {@link #expects} whether a complete history
 * must have one. They differ only where a market's own holidays are not known to us: there every weekday is believed,
 * but nobody is blamed for a day on which New York is closed too.
 */
public enum ExchangeCalendar {
    /** NYSE, Nasdaq, NYSE Arca and what follows them: US funds and indexes. */
    UNITED_STATES(ZoneId.of("America/New_York")) {
        @Override
        public boolean isSession(LocalDate date) {
            return UsMarketDays.isSession(date);
        }

        @Override
        public boolean expects(LocalDate date) {
            return UsMarketDays.isSession(date);
        }

        @Override
        LocalTime closeTime(LocalDate session) {
            return UsMarketDays.closeOf(session);
        }
    },
    /** Monday to Friday, day ends at 17:00 New York: currencies, futures, and markets whose holidays we do not know. */
    WEEKDAYS(ZoneId.of("America/New_York")) {
        @Override
        public boolean isSession(LocalDate date) {
            return UsMarketDays.isWeekday(date.toEpochDay());
        }

        @Override
        public boolean expects(LocalDate date) {
            return UsMarketDays.isSession(date);
        }

        @Override
        LocalTime closeTime(LocalDate session) {
            return END_OF_CURRENCY_DAY;
        }
    },
    /** Every day, ends at midnight UTC: crypto. */
    DAILY(ZoneOffset.UTC) {
        @Override
        public boolean isSession(LocalDate date) {
            return true;
        }

        @Override
        public boolean expects(LocalDate date) {
            return true;
        }

        @Override
        LocalTime closeTime(LocalDate session) {
            return LocalTime.MIDNIGHT;
        }

        @Override
        public Instant closeInstant(LocalDate session) {
            return session.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    };

    /** The longest stretch without a session that we look across; September 2001 had six days. */
    private static final int MAX_CLOSED_DAYS = 30;

    private static final LocalTime END_OF_CURRENCY_DAY = LocalTime.of(17, 0);

    /** Operating and segment MICs of the US equity markets (ISO 10383). */
    private static final Set<String> US_MICS = Set.of(
            "XNYS", "XNAS", "XNMS", "XNGS", "XNCM", "XASE", "ARCX", "BATS", "XCBO", "XCHI", "XBOS", "XPHL", "IEXG",
            "OTCM", "OTCQ", "OTCB", "PINX", "PSGM", "XOTC");

    private final ZoneId zone;

    ExchangeCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The calendar an asset trades by. Without a market, stocks, funds and indexes are taken for US ones; with a market
     * outside the US its holidays are not known here, and every weekday is believed.
     */
    public static ExchangeCalendar of(AssetType type, @Nullable String exchangeMic) {
        return switch (type) {
            case STOCK, ETF, MUTUAL_FUND, INDEX ->
                exchangeMic == null || isUnitedStates(exchangeMic) ? UNITED_STATES : WEEKDAYS;
            case CRYPTO -> DAILY;
            case FOREX, BOND, COMMODITY, ECONOMIC_INDICATOR -> WEEKDAYS;
        };
    }

    /** Whether there is a session on the day, so that a bar of that date can be believed. */
    public abstract boolean isSession(LocalDate date);

    /** Whether a complete history must have a bar of that date. */
    public abstract boolean expects(LocalDate date);

    /** Local time at which a session ends. */
    abstract LocalTime closeTime(LocalDate session);

    /** The zone in which a trading date is a date. */
    public ZoneId zone() {
        return zone;
    }

    /** When a session ends: from then on its bar is public. */
    public Instant closeInstant(LocalDate session) {
        return session.atTime(closeTime(session)).atZone(zone).toInstant();
    }

    /** Sessions from {@code from} to {@code to}, both included, oldest first. */
    public List<LocalDate> sessions(LocalDate from, LocalDate to) {
        List<LocalDate> sessions = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (isSession(date)) {
                sessions.add(date);
            }
        }
        return sessions;
    }

    /** The last session before a day. */
    public LocalDate previousSession(LocalDate date) {
        return nearestSession(date.minusDays(1), -1);
    }

    /** The first session after a day. */
    public LocalDate nextSession(LocalDate date) {
        return nearestSession(date.plusDays(1), 1);
    }

    /** The last session whose bar is public. */
    public LocalDate lastClosedSession(AsOf asOf) {
        LocalDate session = nearestSession(asOf.dateIn(zone), -1);
        return closeInstant(session).isAfter(asOf.instant()) ? previousSession(session) : session;
    }

    private LocalDate nearestSession(LocalDate start, int step) {
        LocalDate date = start;
        for (int closedDays = 0; closedDays <= MAX_CLOSED_DAYS; closedDays++) {
            if (isSession(date)) {
                return date;
            }
            date = date.plusDays(step);
        }
        throw new AppException(
                ErrorCode.INTERNAL, "%s has no session within %d days of %s".formatted(this, MAX_CLOSED_DAYS, start));
    }

    private static boolean isUnitedStates(String mic) {
        return US_MICS.contains(mic.toUpperCase(Locale.ROOT));
    }
}
