package io.lumia.recommendation.snapshot;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.RandomAccess;

/** Dates as keys, written only when asked for. */
final class DateKeys extends AbstractList<String> implements RandomAccess {

    private final int[] epochDays;

    /** @param epochDays ascending; taken over */
    DateKeys(int[] epochDays) {
        this.epochDays = epochDays;
    }

    int epochDay(int index) {
        return epochDays[index];
    }

    @Override
    public String get(int index) {
        return LocalDate.ofEpochDay(epochDays[index]).toString();
    }

    @Override
    public int size() {
        return epochDays.length;
    }
}
