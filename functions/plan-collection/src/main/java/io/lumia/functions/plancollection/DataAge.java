package io.lumia.functions.plancollection;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How old the bars of some assets are. Where there is none within {@link #LOOK_BACK_DAYS}, as old as that at least.
 *
 * @param hours     since the close of the newest session that any of them has a bar of
 * @param lateHours since the close of the first session that should have come since and of which none has a bar, in the
 *                  calendar that is latest; zero where nothing is missing
 */
record DataAge(double hours, double lateHours) {

    static final int LOOK_BACK_DAYS = 14;

    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * @param assets     at least one
     * @param newestBars days of those that have a bar within the time looked back
     */
    static DataAge of(List<Asset> assets, Map<Asset, LocalDate> newestBars, AsOf now) {
        Map<ExchangeCalendar, LocalDate> newest = new HashMap<>();
        assets.forEach(asset -> {
            ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
            LocalDate last = newestBars.getOrDefault(asset, beginning(calendar, now));
            newest.merge(calendar, last, (one, other) -> one.isAfter(other) ? one : other);
        });
        Optional<Instant> newestClose = newest.entrySet().stream()
                .map(entry -> entry.getKey().closeInstant(entry.getValue()))
                .max(Comparator.naturalOrder());
        double late = newest.entrySet().stream()
                .mapToDouble(entry -> late(entry.getKey(), entry.getValue(), now))
                .max()
                .orElse(0);
        return new DataAge(newestClose.map(close -> hours(close, now)).orElse(0.0), late);
    }

    private static LocalDate beginning(ExchangeCalendar calendar, AsOf now) {
        return now.dateIn(calendar.zone()).minusDays(LOOK_BACK_DAYS);
    }

    private static double late(ExchangeCalendar calendar, LocalDate newest, AsOf now) {
        return calendar.expected(newest.plusDays(1), calendar.lastClosedSession(now)).stream()
                .findFirst()
                .map(session -> hours(calendar.closeInstant(session), now))
                .orElse(0.0);
    }

    private static double hours(Instant since, AsOf now) {
        return Math.max(0, Duration.between(since, now.instant()).toSeconds() / SECONDS_PER_HOUR);
    }
}
