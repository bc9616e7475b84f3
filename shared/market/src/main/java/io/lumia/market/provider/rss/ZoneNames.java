package io.lumia.market.provider.rss;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones as dates name them: offsets, and the abbreviations that are common in feeds. {@code EST} is always five hours
 * behind, {@code ET} is what New York has on the day.
 */
final class ZoneNames {

    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC|UT)?([+-]\\d{1,2})(?::?(\\d{2}))?");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("", "Z"),
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("WET", "Z"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("AST", "-04:00"),
            Map.entry("ADT", "-03:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("NST", "-03:30"),
            Map.entry("NDT", "-02:30"),
            Map.entry("BRT", "-03:00"),
            Map.entry("AT", "America/Halifax"),
            Map.entry("ET", "America/New_York"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("MT", "America/Denver"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("BST", "+01:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("MET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("SAST", "+02:00"),
            Map.entry("GST", "+04:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"));

    private ZoneNames() {}

    /** UTC for no name; empty for one that nobody knows. */
    static Optional<ZoneId> zone(String name) {
        String bare = name.toUpperCase(Locale.ROOT).replaceFirst("^ETC/", "").replaceFirst("\\.$", "");
        Matcher offset = OFFSET.matcher(bare);
        try {
            return offset.matches()
                    ? Optional.of(offset(offset.group(1), offset.group(2)))
                    : Optional.ofNullable(ZONES.get(bare)).map(ZoneId::of);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ZoneId offset(String hours, @org.jspecify.annotations.Nullable String minutes) {
        int sign = hours.startsWith("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                Integer.parseInt(hours), minutes == null ? 0 : sign * Integer.parseInt(minutes));
    }
}
