package io.lumia.recommendation.backtest;

import java.time.LocalDate;

/** What happens to who holds a share. */
public sealed interface ShareEvent {

    /** First session without the old right. */
    LocalDate exDate();

    /** @param newPerOld 4 for a 4:1 split, 0.1 for a 1:10 reverse split */
    record Split(LocalDate exDate, double newPerOld) implements ShareEvent {}

    /**
     * A dividend, or what the spun-off part of a company was sold for.
     *
     * @param perShare as they are on the ex-date, after a split
     */
    record Payment(LocalDate exDate, double perShare) implements ShareEvent {}
}
