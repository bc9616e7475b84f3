package io.lumia.quant.indicator;

/** Finds bars by the calendar instead of by their number. */
public final class CalendarIndex {

    private CalendarIndex() {}

    /** base[i] = the last bar dated at least {@code days} calendar days before bar i, or -1 when there is none. */
    public static void lastBarBefore(int[] epochDays, int size, int days, int[] base) {
        int candidate = -1;
        for (int i = 0; i < size; i++) {
            int latest = epochDays[i] - days;
            while (epochDays[candidate + 1] <= latest) {
                candidate++;
            }
            base[i] = candidate;
        }
    }
}
