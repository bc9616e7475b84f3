package io.lumia.functions.graderecommendations;

import io.lumia.kernel.AsOf;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.Asset;
import io.lumia.market.AssetStatus;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PriceHistory;
import java.time.LocalDate;

/**
 * What an asset did between two days.
 *
 * @param factor    total-return price of the last known day / that of the first: 1.02 for 2 %
 * @param valuedOn  the day of the last known price
 * @param isCurrent whether that is the wanted day's, by the asset's own calendar
 * @param isDead    whether it stopped trading by then
 */
record HeldReturn(double factor, LocalDate valuedOn, boolean isCurrent, boolean isDead) {

    /** The longest wait between a price and the day it is looked for, such as a long holiday. */
    private static final int MAX_DAYS_BEFORE = 30;

    /** Where our books have no price to begin with. */
    static HeldReturn unknown(LocalDate from) {
        return new HeldReturn(1, from, false, false);
    }

    /** @param asOf the values that our books had then, or learned first */
    static HeldReturn of(PriceHistory history, Asset asset, LocalDate from, LocalDate to, AsOf asOf) {
        AdjustedPrices prices = PriceAdjuster.adjust(
                history.bars(asset, from.minusDays(MAX_DAYS_BEFORE), to, asOf),
                history.actions(asset, asOf),
                Adjustment.ALL,
                to);
        int first = positionOn(prices, from);
        if (first < 0) {
            return unknown(from);
        }
        int last = prices.size() - 1;
        LocalDate valuedOn = prices.date(last);
        return new HeldReturn(
                prices.close(last) / prices.close(first),
                valuedOn,
                !valuedOn.isBefore(expected(asset, to)),
                isDead(asset, to));
    }

    /** Of the last bar not after a day; -1 where there is none. */
    private static int positionOn(AdjustedPrices prices, LocalDate day) {
        int position = prices.size() - 1;
        while (position >= 0 && prices.date(position).isAfter(day)) {
            position--;
        }
        return position;
    }

    private static LocalDate expected(Asset asset, LocalDate day) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        return calendar.isSession(day) ? day : calendar.previousSession(day);
    }

    private static boolean isDead(Asset asset, LocalDate day) {
        LocalDate last = asset.definition().lastDate();
        return last == null ? asset.status() == AssetStatus.DELISTED : !last.isAfter(day);
    }
}
