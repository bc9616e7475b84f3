package io.lumia.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prices after {@link PriceAdjuster}, and what was done to them. Columns of equal length, oldest first; the arrays
 * handed out are copies.
 */
public final class AdjustedPrices {

    private final Notes notes;
    private final LocalDate[] dates;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final double[] priceFactor;
    private final int[] flags;

    /**
     * What was done.
     *
     * @param adjustment    what was asked for
     * @param bases         what the sources had done before; more than one where sources were joined
     * @param asOf          no action after this day is in the prices
     * @param applied       actions that moved at least one price, done or undone, oldest first
     * @param reconstructed whether prices were won back from fully adjusted ones, so that source rounding is magnified
     * @param warnings      what a reader must know before he believes the level
     */
    public record Notes(
            Adjustment adjustment,
            Set<PriceBasis> bases,
            LocalDate asOf,
            List<CorporateAction> applied,
            boolean reconstructed,
            List<String> warnings) {

        public Notes {
            bases = Set.copyOf(bases);
            applied = List.copyOf(applied);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * One adjusted day.
     *
     * @param volume      NaN where the source gives none
     * @param priceFactor adjusted price divided by the price as received
     * @param flags       bit mask of {@link BarFlag}
     */
    public record Bar(
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            double volume,
            double priceFactor,
            int flags) {}

    /** Takes the factors' arrays for its own; {@code bars} may be longer than they are. */
    AdjustedPrices(Notes notes, List<DailyBar> bars, double[] priceFactor, double[] volumeFactor) {
        int size = priceFactor.length;
        this.notes = notes;
        this.dates = new LocalDate[size];
        this.open = new double[size];
        this.high = new double[size];
        this.low = new double[size];
        this.close = new double[size];
        this.volume = new double[size];
        this.flags = new int[size];
        this.priceFactor = priceFactor;
        for (int i = 0; i < size; i++) {
            DailyBar bar = bars.get(i);
            dates[i] = bar.date();
            open[i] = bar.open() * priceFactor[i];
            high[i] = bar.high() * priceFactor[i];
            low[i] = bar.low() * priceFactor[i];
            close[i] = bar.close() * priceFactor[i];
            volume[i] = bar.volume() * volumeFactor[i];
            flags[i] = bar.flags();
        }
    }

    public Notes notes() {
        return notes;
    }

    public int size() {
        return dates.length;
    }

    public LocalDate date(int index) {
        return dates[index];
    }

    public double close(int index) {
        return close[index];
    }

    public Bar bar(int i) {
        return new Bar(dates[i], open[i], high[i], low[i], close[i], volume[i], priceFactor[i], flags[i]);
    }

    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            bars.add(bar(i));
        }
        return bars;
    }

    public LocalDate[] dates() {
        return dates.clone();
    }

    public double[] opens() {
        return open.clone();
    }

    public double[] highs() {
        return high.clone();
    }

    public double[] lows() {
        return low.clone();
    }

    public double[] closes() {
        return close.clone();
    }

    public double[] volumes() {
        return volume.clone();
    }
}
