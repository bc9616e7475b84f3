package io.lumia.market;

import java.time.LocalDate;

/**
 * One day's prices as received, in the asset's currency and the source's {@link PriceBasis}.
 *
 * @param date     exchange-local trading date
 * @param volume   units traded, NaN where the source gives none
 * @param adjClose the source's own close adjusted for splits and dividends, NaN where it gives none
 * @param flags    bit mask of {@link BarFlag}
 */
public record DailyBar(
        LocalDate date, double open, double high, double low, double close, double volume, double adjClose, int flags)
        implements MarketFact {

    @Override
    public LocalDate heldOn() {
        return date;
    }

    public DailyBar withFlag(BarFlag flag) {
        return new DailyBar(date, open, high, low, close, volume, adjClose, flags | flag.bit());
    }

    public DailyBar withoutFlag(BarFlag flag) {
        return new DailyBar(date, open, high, low, close, volume, adjClose, flags & ~flag.bit());
    }

    public boolean has(BarFlag flag) {
        return (flags & flag.bit()) != 0;
    }
}
