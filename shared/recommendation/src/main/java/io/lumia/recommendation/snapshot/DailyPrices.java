package io.lumia.recommendation.snapshot;

import io.lumia.kernel.AppException;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import java.time.LocalDate;
import java.util.List;

/**
 * An asset's prices in the look-back as columns of equal length, oldest first; to be read only.
 *
 * @param epochDays trading dates, ascending
 * @param closes    in the share units of the snapshot's session: the last one is what a share cost
 * @param totals    the same with dividends reinvested; returns are made of these
 * @param volumes   shares, in the same units; NaN where the source gives none
 * @param doubts    what was noted about each bar, {@code io.lumia.market.BarFlag}'s mask
 */
public record DailyPrices(int[] epochDays, double[] closes, double[] totals, double[] volumes, int[] doubts) {

    public static final DailyPrices NONE =
            new DailyPrices(new int[0], new double[0], new double[0], new double[0], new int[0]);

    public DailyPrices {
        int size = epochDays.length;
        if (closes.length != size || totals.length != size || volumes.length != size || doubts.length != size) {
            throw AppException.invalid("length of a price column", closes.length, String.valueOf(size));
        }
    }

    /** @param session no action after it is in the prices */
    public static DailyPrices of(StoredBars bars, List<StoredAction> actions, LocalDate session) {
        if (bars.bars().isEmpty()) {
            return NONE;
        }
        AdjustedPrices split = PriceAdjuster.adjust(bars, actions, Adjustment.SPLIT, session);
        AdjustedPrices total = PriceAdjuster.adjust(bars, actions, Adjustment.ALL, session);
        int size = split.size();
        int[] days = new int[size];
        int[] doubts = new int[size];
        for (int i = 0; i < size; i++) {
            days[i] = Math.toIntExact(split.date(i).toEpochDay());
            doubts[i] = bars.bars().get(i).flags();
        }
        return new DailyPrices(days, split.closes(), total.closes(), split.volumes(), doubts);
    }

    public int size() {
        return epochDays.length;
    }

    public boolean isEmpty() {
        return epochDays.length == 0;
    }

    public LocalDate date(int index) {
        return LocalDate.ofEpochDay(epochDays[index]);
    }

    public LocalDate lastDate() {
        return date(size() - 1);
    }

    /** What a share cost at the last close. */
    public double lastClose() {
        return closes[size() - 1];
    }

    /** Position of the last bar not after a day; -1 where there is none. */
    public int positionOn(LocalDate day) {
        int found = java.util.Arrays.binarySearch(epochDays, Math.toIntExact(day.toEpochDay()));
        return found >= 0 ? found : -found - 2;
    }
}
