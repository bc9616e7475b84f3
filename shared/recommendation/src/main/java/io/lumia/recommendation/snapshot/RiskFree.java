package io.lumia.recommendation.snapshot;

import java.time.LocalDate;

/**
 * What money earns without risk.
 *
 * @param annual a fraction: 0.012 for 1.2 % a year
 * @param series symbol of the series it is from; empty where none has a value, and {@code annual} is 0
 * @param date   of the observation; the session's where there is none
 */
public record RiskFree(double annual, String series, LocalDate date) {

    public boolean isKnown() {
        return !series.isEmpty();
    }
}
