package io.lumia.market;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/**
 * When the market could know a value whose source gives no publication date: its period's end plus a lag that is long
 * rather than short, so that a calculation never looks ahead. An observation's date is the first day of its period.
 *
 * <ul>
 *   <li>daily: the next day (H.15 and ECB rates of a day are out by the next morning);
 *   <li>weekly: a week for the period and a week to publish;
 *   <li>monthly: a month and 45 days (the Consumer Price Index takes two weeks, personal income and JOLTS up to six);
 *   <li>quarterly: three months and 60 days (the second GDP estimate comes after eight weeks);
 *   <li>yearly: a year and 120 days.
 * </ul>
 */
public enum PublicationLag {
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofDays(14)),
    MONTHLY(Period.of(0, 1, 45)),
    QUARTERLY(Period.of(0, 3, 60)),
    YEARLY(Period.of(1, 0, 120));

    /** The attribute of a series that says how often it has a value; an asset that has it has observations, not bars. */
    public static final String FREQUENCY = "frequency";

    private final Period afterPeriodStart;

    PublicationLag(Period afterPeriodStart) {
        this.afterPeriodStart = afterPeriodStart;
    }

    /** The lag of a series by its frequency attribute (D, W, M, Q or A/Y, upper or lower case, or the word); daily when it has none. */
    public static PublicationLag of(AssetDefinition series) {
        String frequency =
                series.attributes().getOrDefault(FREQUENCY, "D").strip().toUpperCase(Locale.ROOT);
        return switch (frequency.isEmpty() ? 'D' : frequency.charAt(0)) {
            case 'W' -> WEEKLY;
            case 'M' -> MONTHLY;
            case 'Q' -> QUARTERLY;
            case 'A', 'Y' -> YEARLY;
            default -> DAILY;
        };
    }

    /** How often a series has a value by the same attribute; what is none of the above is a rhythm of its own. */
    public static Frequency frequencyOf(AssetDefinition series) {
        String frequency =
                series.attributes().getOrDefault(FREQUENCY, "D").strip().toUpperCase(Locale.ROOT);
        return switch (frequency.isEmpty() ? 'D' : frequency.charAt(0)) {
            case 'D' -> Frequency.DAILY;
            case 'W' -> Frequency.WEEKLY;
            case 'M' -> Frequency.MONTHLY;
            case 'Q' -> Frequency.QUARTERLY;
            case 'A', 'Y' -> Frequency.YEARLY;
            default -> Frequency.IRREGULAR;
        };
    }

    /** The first day on which the value of a period may be used. */
    public LocalDate publicFrom(LocalDate periodStart) {
        return periodStart.plus(afterPeriodStart);
    }

    /** The last period start whose value may be used on a day. */
    public LocalDate lastPublicOn(LocalDate day) {
        LocalDate candidate = day.minus(afterPeriodStart).plusDays(3);
        while (publicFrom(candidate).isAfter(day)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }
}
