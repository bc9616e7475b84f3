package io.lumia.market;

import java.time.LocalDate;

/**
 * One value of a rate, yield, exchange rate or economic series; may be negative.
 *
 * @param date  the day, or the first day of the period, it is about (not when it was published)
 * @param value in the series' own unit
 */
public record Observation(LocalDate date, double value) implements MarketFact {

    @Override
    public LocalDate heldOn() {
        return date;
    }
}
