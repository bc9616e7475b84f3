package io.lumia.market;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The dividend factors hidden in a source's own adjusted close: its ratio to the close in the same share units, divided
 * by that ratio on the last bar, so that nothing after the last bar is in it.
 */
final class AdjustedCloses {

    private AdjustedCloses() {}

    /** One per bar; 1 for a fully adjusted source, and where no adjusted close is at hand. */
    static double[] factors(List<DailyBar> bars, List<Source> sources, ShareUnits units, List<String> warnings) {
        double[] factors = new double[bars.size()];
        double latest = Double.NaN;
        double following = Double.NaN;
        int missing = 0;
        for (int i = bars.size() - 1; i >= 0; i--) {
            double ratio = ratio(bars.get(i), sources.get(i), units);
            boolean expected = sources.get(i).priceBasis() != PriceBasis.FULLY_ADJUSTED;
            missing += expected && Double.isNaN(ratio) ? 1 : 0;
            following = Double.isNaN(ratio) ? following : ratio;
            latest = Double.isNaN(latest) ? following : latest;
            factors[i] = Double.isNaN(following) || !expected ? 1 : following / latest;
        }
        warn(missing, bars.size(), warnings);
        return factors;
    }

    private static double ratio(DailyBar bar, Source source, ShareUnits units) {
        if (source.priceBasis() == PriceBasis.FULLY_ADJUSTED) {
            return Double.NaN;
        }
        double adjusted = bar.adjClose();
        if (source.priceBasis() == PriceBasis.RAW) {
            LocalDate lastKnown = source.asOf().atZone(ZoneOffset.UTC).toLocalDate();
            adjusted *= units.priceRatio(bar.date(), lastKnown);
        }
        double ratio = adjusted / bar.close();
        return ratio > 0 && Double.isFinite(ratio) ? ratio : Double.NaN;
    }

    private static void warn(int missing, int size, List<String> warnings) {
        if (missing == size && size > 0) {
            warnings.add("no dividends and no adjusted close are known: adjusted for splits only");
        } else if (missing > 0) {
            warnings.add("%d of %d bars have no adjusted close: the factor of the bar after is used"
                    .formatted(missing, size));
        }
    }
}
