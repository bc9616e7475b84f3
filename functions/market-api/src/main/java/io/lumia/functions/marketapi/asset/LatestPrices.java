package io.lumia.functions.marketapi.asset;

import io.lumia.kernel.AsOf;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.Asset;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PriceHistory;
import io.lumia.market.StoredBars;
import io.lumia.web.asset.AssetReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** The newest close of an asset as of an instant, and its change. */
@Singleton
class LatestPrices {

    /** Two bars of an asset that trades lie within this; only for others is the whole history read. */
    private static final int USUAL_DAYS = 14;

    private final PriceHistory prices;

    LatestPrices(PriceHistory prices) {
        this.prices = prices;
    }

    Optional<LatestPrice> of(Asset asset, AsOf asOf) {
        LocalDate last = AssetReader.calendarOf(asset).lastClosedSession(asOf);
        StoredBars bars = prices.bars(asset, last.minusDays(USUAL_DAYS), last, asOf);
        if (bars.bars().size() < 2) {
            bars = prices.bars(asset, LocalDate.MIN, last, asOf);
        }
        return bars.bars().isEmpty() ? Optional.empty() : Optional.of(newest(asset, bars, asOf));
    }

    private LatestPrice newest(Asset asset, StoredBars bars, AsOf asOf) {
        DailyBar newest = bars.bars().getLast();
        int last = bars.bars().size() - 1;
        if (last == 0) {
            return LatestPrice.of(newest.date(), newest.close(), null);
        }
        AdjustedPrices comparable =
                PriceAdjuster.adjust(bars, prices.actions(asset, asOf), Adjustment.SPLIT, newest.date());
        double scale = newest.close() / comparable.close(last);
        return LatestPrice.of(newest.date(), newest.close(), comparable.close(last - 1) * scale);
    }
}
