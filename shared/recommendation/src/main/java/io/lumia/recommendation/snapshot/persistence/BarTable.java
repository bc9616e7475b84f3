package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.DailyBar;
import io.lumia.market.Source;
import io.lumia.market.StoredBars;
import io.lumia.platform.database.BinaryRows;
import io.lumia.recommendation.snapshot.DailyPrices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An asset's bars as stored, gathered row by row. A row's values lie side by side: rows of thousands of assets come in turn, and
 * each then touches one place of the memory instead of seven.
 */
final class BarTable {

    /** From 2000, where the server counts from, back to 1970. */
    private static final long MICROS_1970_TO_2000 = 946_684_800_000_000L;

    private static final int DAY = 0;
    private static final int CLOSE = 1;
    private static final int VOLUME = 2;
    private static final int ADJUSTED = 3;
    private static final int FLAGS = 4;
    private static final int SOURCE = 5;
    private static final int LEARNED = 6;
    private static final int WIDTH = 7;

    private int size;
    private long[] values;
    private boolean ascending = true;

    /** @param room for so many rows is made at once */
    BarTable(int room) {
        values = new long[room * WIDTH];
    }

    /** Takes in the rest of a row whose asset was read: date, close, volume, adjusted close, flags, source, learned at. */
    void add(BinaryRows row) {
        int at = nextRow();
        values[at + DAY] = row.getEpochDay();
        values[at + CLOSE] = Double.doubleToLongBits(row.getDouble());
        values[at + VOLUME] = Double.doubleToLongBits(row.getDouble());
        values[at + ADJUSTED] = Double.doubleToLongBits(row.getDouble());
        values[at + FLAGS] = row.getInt();
        values[at + SOURCE] = row.getShort();
        values[at + LEARNED] = row.getLong() + MICROS_1970_TO_2000;
        count(at);
    }

    private void add(BarTable other, int i) {
        int at = nextRow();
        System.arraycopy(other.values, i * WIDTH, values, at, WIDTH);
        count(at);
    }

    private int nextRow() {
        int at = size * WIDTH;
        if (at == values.length) {
            values = Arrays.copyOf(values, Math.max(WIDTH, at * 2));
        }
        return at;
    }

    private void count(int at) {
        ascending &= size == 0 || values[at - WIDTH + DAY] < values[at + DAY];
        size++;
    }

    int size() {
        return size;
    }

    private long day(int i) {
        return values[i * WIDTH + DAY];
    }

    private double number(int i, int column) {
        return Double.longBitsToDouble(values[i * WIDTH + column]);
    }

    private int flags(int i) {
        return (int) values[i * WIDTH + FLAGS];
    }

    private short source(int i) {
        return (short) values[i * WIDTH + SOURCE];
    }

    /** This, or a copy in the order of the dates: the server hands out partition by partition, which is hardly ever another one. */
    BarTable sorted() {
        if (ascending) {
            return this;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(day(a), day(b)));
        BarTable sorted = new BarTable(size);
        for (int i : order) {
            sorted.add(this, i);
        }
        return sorted;
    }

    /** Of two rows of a date the superseded one: it is there only where the current one came too late. Both sorted. */
    BarTable overlaidBy(BarTable superseded) {
        BarTable all = new BarTable(size + superseded.size);
        int next = 0;
        for (int i = 0; i < size; i++) {
            while (next < superseded.size && superseded.day(next) < day(i)) {
                all.add(superseded, next++);
            }
            if (next < superseded.size && superseded.day(next) == day(i)) {
                all.add(superseded, next++);
            } else {
                all.add(this, i);
            }
        }
        while (next < superseded.size) {
            all.add(superseded, next++);
        }
        return all;
    }

    /** Drops the bars after a day. */
    void dropAfter(LocalDate last) {
        while (size > 0 && day(size - 1) > last.toEpochDay()) {
            size--;
        }
    }

    int[] epochDays() {
        int[] days = new int[size];
        for (int i = 0; i < size; i++) {
            days[i] = (int) day(i);
        }
        return days;
    }

    long[] learned() {
        return column(LEARNED);
    }

    /** What the engine can see of the rows, for the fingerprint. */
    long[][] seen(Sources known) {
        long[] bases = new long[size];
        for (int i = 0; i < size; i++) {
            bases[i] = known.basis(source(i));
        }
        return new long[][] {column(CLOSE), column(VOLUME), column(ADJUSTED), column(FLAGS), bases};
    }

    private long[] column(int column) {
        long[] all = new long[size];
        for (int i = 0; i < size; i++) {
            all[i] = values[i * WIDTH + column];
        }
        return all;
    }

    private double[] numbers(int column) {
        double[] all = new double[size];
        for (int i = 0; i < size; i++) {
            all[i] = number(i, column);
        }
        return all;
    }

    /** Whether any source gives an adjusted close of its own. */
    boolean hasAdjusted() {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(number(i, ADJUSTED))) {
                return true;
            }
        }
        return false;
    }

    /** Of an asset of which nothing must be adjusted: closes and totals are what came. */
    DailyPrices asReceived(int[] epochDays) {
        double[] closes = numbers(CLOSE);
        int[] doubts = new int[size];
        for (int i = 0; i < size; i++) {
            doubts[i] = flags(i);
        }
        return new DailyPrices(epochDays, closes, closes, numbers(VOLUME), doubts);
    }

    /** As objects; open, high and low are not read and repeat the close. */
    StoredBars stored(Sources known) {
        List<DailyBar> bars = new ArrayList<>(size);
        List<Source> barSources = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double close = number(i, CLOSE);
            LocalDate date = LocalDate.ofEpochDay(day(i));
            bars.add(new DailyBar(date, close, close, close, close, number(i, VOLUME), number(i, ADJUSTED), flags(i)));
            barSources.add(known.get(source(i)));
        }
        return new StoredBars(bars, barSources, 0);
    }
}
