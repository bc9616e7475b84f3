package io.lumia.recommendation.backtest;

import io.lumia.kernel.AssetId;
import io.lumia.market.AssetDefinition;
import io.lumia.market.DailyBar;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.PublicationLag;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.signals.sentiment.Mention;
import java.time.Instant;
import java.util.List;

/**
 * All rows that the snapshots of a backtest can be made of, every version of each.
 *
 * @param assets         all that can have a price, dead ones too, in any order
 * @param rates          series of the risk-free rate, the first that has a value wins
 * @param sentimentModel version of the model whose scores the mentions have; empty where nothing was scored
 * @param knownAt        by when our books had learned the rows
 */
public record MarketHistory(
        List<AssetHistory> assets, List<RateHistory> rates, String sentimentModel, Instant knownAt) {

    public MarketHistory {
        assets = List.copyOf(assets);
        rates = List.copyOf(rates);
    }

    /** A bar and its source. */
    public record SourcedBar(DailyBar bar, Source source) {}

    /**
     * An asset's rows.
     *
     * @param definition with the whole life of the asset; sector, name and symbol are today's on all days
     * @param bars       by date, versions of a date by when they were learned
     * @param actions    by ex-date and kind, versions likewise; later than the backtest too, as sources may have them in their prices
     * @param facts      by metric, period and report date, versions likewise; companies' tagged numbers under our metrics' names
     * @param mentions   by when they could be used, then by article; learned when article and link to the asset had both come in
     */
    public record AssetHistory(
            AssetId id,
            AssetDefinition definition,
            List<Known<SourcedBar>> bars,
            List<Known<StoredAction>> actions,
            List<Known<Fundamental>> facts,
            List<Known<Mention>> mentions) {

        public AssetHistory {
            bars = List.copyOf(bars);
            actions = List.copyOf(actions);
            facts = List.copyOf(facts);
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * A series in percent a year.
     *
     * @param lag    how long after its date a value is published
     * @param values by date, versions of a date by when they were learned
     */
    public record RateHistory(String symbol, PublicationLag lag, List<Known<Observation>> values) {
        public RateHistory {
            values = List.copyOf(values);
        }
    }
}
