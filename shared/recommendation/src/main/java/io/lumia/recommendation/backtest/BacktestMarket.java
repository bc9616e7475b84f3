package io.lumia.recommendation.backtest;

import io.lumia.kernel.AsOf;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import java.util.Optional;

/** The past as a backtest asks for it. The same question has the same answer for as long as the backtest runs. */
public interface BacktestMarket {

    /** What was known at an instant: the only thing that the engine gets. */
    MarketSnapshot snapshot(AsOf asOf);

    /**
     * All prices of an asset, later ones too, for trading and valuing.
     *
     * @param assetId its id as text
     */
    Optional<PriceTrack> track(String assetId);
}
