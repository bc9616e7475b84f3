package io.lumia.quant.risk;

import java.time.LocalDate;

/** What a series of returns did in a {@link StressWindow}. */
public sealed interface StressResult {

    StressWindow window();

    /**
     * The series covers the window.
     *
     * @param totalReturn compounded, a fraction, below zero for a loss
     * @param maximumDrawdown deepest fall inside the window, its start counting as a high; zero or below
     * @param sessions returns in the window
     */
    record Measured(StressWindow window, double totalReturn, double maximumDrawdown, int sessions)
            implements StressResult {}

    /** The series does not reach over the whole window, so it has no number: part of a crash would look like luck. */
    record NotCovered(StressWindow window, LocalDate firstSession, LocalDate lastSession) implements StressResult {}
}
