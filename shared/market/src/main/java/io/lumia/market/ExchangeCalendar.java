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
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On which days a market trades, or a source publishes, and when its day ends.
 *
 * <p>{@link #isSession} decides whether a bar of that date can be believed, {@link #expects} whether a complete history
 * must have one. They differ where a market's own holidays are not known to us, or are kept by some and not by others:
 * there every weekday is believed, but nobody is blamed for a day on which it may have been closed.
 */
public enum ExchangeCalendar {
    /** NYSE, Nasdaq, NYSE Arca and what follows them: US stocks, funds and indexes. */
    UNITED_STATES(Zones.NEW_YORK, UsMarketDays::isSession, UsMarketDays::isSession, UsMarketDays::closeOf),
    /**
     * Monday to Friday, day ends at 17:00 New York: futures, and markets whose holidays we do not know. Expected are the
     * days on which New York's stock exchanges are open; futures settle on about the same.
     */
    WEEKDAYS(Zones.NEW_YORK, Days::isWeekday, UsMarketDays::isSession, _ -> Days.END_OF_CURRENCY_DAY),
    /** Every day, ends at midnight UTC: crypto. */
    DAILY(ZoneOffset.UTC, _ -> true, _ -> true, _ -> LocalTime.MIDNIGHT) {
        @Override
        public Instant closeInstant(LocalDate session) {
            return session.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    },
    /**
     * Currencies, traded from Sunday 17:00 to Friday 17:00 New York: five days that end at 17:00. Nobody is blamed for
     * Christmas and New Year's Day.
     */
    CURRENCIES(Zones.NEW_YORK, Days::isWeekday, Days::isCurrencyDay, _ -> Days.END_OF_CURRENCY_DAY),
    /** The European Central Bank's reference rates, published at about 16:00 Frankfurt on days of the TARGET system. */
    TARGET(Zones.FRANKFURT, TargetDays::isOpen, TargetDays::isOpen, _ -> LocalTime.of(16, 0)),
    /** US Treasury yields. A day on which the Federal Reserve or the bond market was closed is believed, but not missed. */
    FEDERAL_RESERVE(Zones.NEW_YORK, Days::isWeekday, UsBondDays::expects, _ -> Days.END_OF_CURRENCY_DAY),
    /** A daily series whose source names no calendar: expected when New York's exchanges, its banks and TARGET are all open. */
    BANK_DAYS(Zones.NEW_YORK, Days::isWeekday, Days::isBankDay, _ -> Days.END_OF_CURRENCY_DAY);

    /** The attribute of an asset by which its source names the calendar: the code of one of these, such as {@code target}. */
    public static final String ATTRIBUTE = "calendar";

    /** The longest stretch without a session that we look across; September 2001 had six days. */
    private static final int MAX_CLOSED_DAYS = 30;

    /** Operating and segment MICs of the US equity markets (ISO 10383). */
    private static final Set<String> US_MICS = Set.of(
            "XNYS", "XNAS", "XNMS", "XNGS", "XNCM", "XASE", "ARCX", "BATS", "XCBO", "XCHI", "XBOS", "XPHL", "IEXG",
            "OTCM", "OTCQ", "OTCB", "PINX", "PSGM", "XOTC");

    private final ZoneId zone;
    private final Predicate<LocalDate> sessions;
    private final Predicate<LocalDate> expected;
    private final Function<LocalDate, LocalTime> closeTime;

    ExchangeCalendar(
            ZoneId zone,
            Predicate<LocalDate> sessions,
            Predicate<LocalDate> expected,
            Function<LocalDate, LocalTime> closeTime) {
        this.zone = zone;
        this.sessions = sessions;
        this.expected = expected;
        this.closeTime = closeTime;
    }

    /** The calendar that an asset's source names, or else the one that assets of its kind trade by. */
    public static ExchangeCalendar of(AssetDefinition asset) {
        String named = asset.attributes().get(ATTRIBUTE);
        if (named != null) {
            return parse(named);
        }
        ExchangeCalendar usual = of(asset.type(), asset.exchangeMic());
        boolean isSeries = asset.attributes().containsKey(PublicationLag.FREQUENCY);
        return switch (usual) {
            case FEDERAL_RESERVE -> asset.currency().equals("USD") ? usual : isSeries ? BANK_DAYS : WEEKDAYS;
            case CURRENCIES, WEEKDAYS -> isSeries ? BANK_DAYS : usual;
            case UNITED_STATES, DAILY, TARGET, BANK_DAYS -> usual;
        };
    }

    /**
     * The calendar an asset of this kind trades by. Without a market, stocks, funds and indexes are taken for US ones;
     * with a market outside the US its holidays are not known here, and every weekday is believed.
     */
    public static ExchangeCalendar of(AssetType type, @Nullable String exchangeMic) {
        return switch (type) {
            case STOCK, ETF, MUTUAL_FUND, INDEX ->
                exchangeMic == null || isUnitedStates(exchangeMic) ? UNITED_STATES : WEEKDAYS;
            case CRYPTO -> DAILY;
            case FOREX -> CURRENCIES;
            case BOND -> FEDERAL_RESERVE;
            case COMMODITY, ECONOMIC_INDICATOR -> WEEKDAYS;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By code, upper or lower case. */
    public static ExchangeCalendar parse(String text) {
        for (ExchangeCalendar calendar : values()) {
            if (calendar.name().equals(text.toUpperCase(Locale.ROOT))) {
                return calendar;
            }
        }
        String allowed = Arrays.stream(values()).map(ExchangeCalendar::code).collect(Collectors.joining(", "));
        throw AppException.invalid(ATTRIBUTE, text, allowed);
    }

    /** Whether there is a session on the day, so that a bar of that date can be believed. */
    public boolean isSession(LocalDate date) {
        return sessions.test(date);
    }

    /** Whether a complete history must have a bar of that date. */
    public boolean expects(LocalDate date) {
        return expected.test(date);
    }

    /** The zone in which a trading date is a date. */
    public ZoneId zone() {
        return zone;
    }

    /** When a session ends: from then on its bar is public. */
    public Instant closeInstant(LocalDate session) {
        return session.atTime(closeTime.apply(session)).atZone(zone).toInstant();
    }

    /** Sessions from {@code from} to {@code to}, both included, oldest first. */
    public List<LocalDate> sessions(LocalDate from, LocalDate to) {
        return days(from, to, sessions);
    }

    /** Days from {@code from} to {@code to} of which a complete history must have a bar, oldest first. */
    public List<LocalDate> expected(LocalDate from, LocalDate to) {
        return days(from, to, expected);
    }

    private static List<LocalDate> days(LocalDate from, LocalDate to, Predicate<LocalDate> wanted) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (wanted.test(date)) {
                days.add(date);
            }
        }
        return days;
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

    /** {@link #lastClosedSession} of each asset's market. */
    public static Map<Asset, LocalDate> lastClosedSessions(Collection<Asset> assets, AsOf asOf) {
        Map<ExchangeCalendar, LocalDate> ofCalendar = new EnumMap<>(ExchangeCalendar.class);
        Map<Asset, LocalDate> lastClosed = HashMap.newHashMap(assets.size());
        for (Asset asset : assets) {
            lastClosed.put(
                    asset,
                    ofCalendar.computeIfAbsent(of(asset.definition()), calendar -> calendar.lastClosedSession(asOf)));
        }
        return lastClosed;
    }

    /** The last session whose bar is public and that a complete history must have. */
    public LocalDate lastExpectedSession(AsOf asOf) {
        LocalDate session = lastClosedSession(asOf);
        for (int day = 0; day < MAX_CLOSED_DAYS && !expects(session); day++) {
            session = session.minusDays(1);
        }
        return session;
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

    /** Constants that the calendars are made with. */
    private static final class Zones {
        static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
        static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    }

    /** Days that are no country's own. */
    private static final class Days {

        static final LocalTime END_OF_CURRENCY_DAY = LocalTime.of(17, 0);

        static boolean isWeekday(LocalDate date) {
            return UsMarketDays.isWeekday(date.toEpochDay());
        }

        static boolean isCurrencyDay(LocalDate date) {
            return isWeekday(date) && !TargetDays.isChristmasOrNewYear(date);
        }

        static boolean isBankDay(LocalDate date) {
            return UsMarketDays.isSession(date) && UsBondDays.expects(date) && TargetDays.isOpen(date);
        }
    }
}
