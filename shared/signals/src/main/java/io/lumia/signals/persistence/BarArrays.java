package io.lumia.signals.persistence;

import io.lumia.market.DailyBar;
import io.lumia.market.Source;
import io.lumia.market.StoredBars;
import io.lumia.quant.series.BarSeries;
import io.lumia.signals.AssetBars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One asset's bars as received, gathered row by row. The server hands them out partition by partition, which is by date
 * without asking for it; should it ever not be, {@link #sorted} puts them in order.
 */
final class BarArrays {

    private static final int FIRST_CAPACITY = 320;

    private int size;
    private int[] epochDays = new int[FIRST_CAPACITY];
    private double[] high = new double[FIRST_CAPACITY];
    private double[] low = new double[FIRST_CAPACITY];
    private double[] close = new double[FIRST_CAPACITY];
    private double[] volume = new double[FIRST_CAPACITY];
    private int[] flags = new int[FIRST_CAPACITY];
    private short[] sourceKeys = new short[FIRST_CAPACITY];
    private boolean ascending = true;

    void add(int epochDay, double highest, double lowest, double last, double traded, int mask, short sourceKey) {
        if (size == epochDays.length) {
            grow();
        }
        ascending &= size == 0 || epochDays[size - 1] < epochDay;
        epochDays[size] = epochDay;
        high[size] = highest;
        low[size] = lowest;
        close[size] = last;
        volume[size] = traded;
        flags[size] = mask;
        sourceKeys[size] = sourceKey;
        size++;
    }

    /** This, or a copy in the order of the dates. */
    BarArrays sorted() {
        if (ascending) {
            return this;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(epochDays[a], epochDays[b]));
        BarArrays sorted = new BarArrays();
        for (int i : order) {
            sorted.add(epochDays[i], high[i], low[i], close[i], volume[i], flags[i], sourceKeys[i]);
        }
        return sorted;
    }

    /** The prices as they are; for an asset whose prices need no adjustment. */
    BarSeries series() {
        double[] knownHigh = Arrays.copyOf(high, size);
        double[] knownLow = Arrays.copyOf(low, size);
        for (int i = 0; i < size; i++) {
            if (!AssetBars.isRangeKnown(high[i], low[i], flags[i])) {
                knownHigh[i] = Double.NaN;
                knownLow[i] = Double.NaN;
            }
        }
        return BarSeries.of(
                Arrays.copyOf(epochDays, size),
                knownHigh,
                knownLow,
                Arrays.copyOf(close, size),
                Arrays.copyOf(volume, size));
    }

    /** The bars as objects, without open and the source's own adjusted close, which signals do not read. */
    StoredBars stored(Map<Short, Source> sources) {
        List<DailyBar> bars = new ArrayList<>(size);
        List<Source> barSources = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            LocalDate date = LocalDate.ofEpochDay(epochDays[i]);
            bars.add(new DailyBar(date, close[i], high[i], low[i], close[i], volume[i], Double.NaN, flags[i]));
            barSources.add(Objects.requireNonNull(sources.get(sourceKeys[i]), "a source of a bar's key"));
        }
        return new StoredBars(bars, barSources, 0);
    }

    private void grow() {
        int capacity = size * 2;
        epochDays = Arrays.copyOf(epochDays, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
        flags = Arrays.copyOf(flags, capacity);
        sourceKeys = Arrays.copyOf(sourceKeys, capacity);
    }
}
