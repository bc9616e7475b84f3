package io.lumia.recommendation.backtest;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.StoredAction;
import io.lumia.recommendation.backtest.MarketHistory.AssetHistory;
import io.lumia.recommendation.backtest.MarketHistory.RateHistory;
import io.lumia.recommendation.backtest.MarketHistory.SourcedBar;
import io.lumia.signals.sentiment.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Changes, removes and adds rows of which nobody could know on a day, at random, and nothing else. Sources must be raw: a source that has
 * adjusted its prices for a later split tells of the split by its earlier prices.
 */
final class Scrambler {

    private final LocalDate day;
    private final Instant close;
    private final SplittableRandom random;

    Scrambler(LocalDate day, long seed) {
        this.day = day;
        this.close = ExchangeCalendar.UNITED_STATES.closeInstant(day);
        this.random = new SplittableRandom(seed);
    }

    MarketHistory scramble(MarketHistory history) {
        return new MarketHistory(
                history.assets().stream().map(this::asset).toList(),
                history.rates().stream().map(this::rate).toList(),
                history.sentimentModel(),
                history.knownAt());
    }

    private AssetHistory asset(AssetHistory asset) {
        LocalDate last = asset.definition().lastDate();
        boolean dies = random.nextInt(10) == 0;
        boolean isKnown = last != null && !last.isAfter(day);
        LocalDate death = isKnown || !dies ? (isKnown ? last : null) : day.plusDays(1 + random.nextInt(200));
        return new AssetHistory(
                asset.id(),
                asset.definition().withLife(asset.definition().firstDate(), death),
                bars(asset),
                actions(asset),
                facts(asset),
                mentions(asset));
    }

    private List<Known<SourcedBar>> bars(AssetHistory asset) {
        List<Known<SourcedBar>> bars = new ArrayList<>();
        double level = Math.exp(random.nextGaussian());
        for (Known<SourcedBar> known : asset.bars()) {
            DailyBar bar = known.row().bar();
            if (!bar.date().isAfter(day)) {
                bars.add(known);
            } else if (random.nextInt(20) != 0) {
                level *= Math.exp(0.05 * random.nextGaussian());
                double price = bar.close() * level;
                DailyBar other = new DailyBar(
                        bar.date(),
                        price,
                        price,
                        price,
                        price,
                        1 + random.nextInt(10_000_000),
                        Double.NaN,
                        random.nextInt(64));
                bars.add(
                        SyntheticHistory.known(new SourcedBar(other, known.row().source())));
            }
        }
        return bars;
    }

    private List<Known<StoredAction>> actions(AssetHistory asset) {
        List<Known<StoredAction>> actions = new ArrayList<>();
        for (Known<StoredAction> known : asset.actions()) {
            if (!known.row().action().exDate().isAfter(day)) {
                actions.add(known);
            }
        }
        LocalDate next = day.plusDays(1 + random.nextInt(5));
        actions.add(SyntheticHistory.known(new StoredAction(
                new CorporateAction(next, ActionKind.SPLIT, 1 + random.nextInt(9)), SyntheticHistory.RAW)));
        actions.add(SyntheticHistory.known(new StoredAction(
                new CorporateAction(next, ActionKind.DIVIDEND, 0.01 + random.nextDouble()), SyntheticHistory.RAW)));
        return actions;
    }

    private List<Known<Fundamental>> facts(AssetHistory asset) {
        List<Known<Fundamental>> facts = new ArrayList<>();
        for (Known<Fundamental> known : asset.facts()) {
            Fundamental fact = known.row();
            facts.add(
                    fact.reportedAt().isAfter(day)
                            ? SyntheticHistory.known(new Fundamental(
                                    fact.metric(),
                                    fact.periodStart(),
                                    fact.periodEnd(),
                                    day.plusDays(1 + random.nextInt(100)),
                                    false,
                                    fact.value() * random.nextGaussian(),
                                    fact.currency()))
                            : known);
        }
        return facts;
    }

    private List<Known<Mention>> mentions(AssetHistory asset) {
        return asset.mentions().stream()
                .map(known -> known.row().usableFrom().isAfter(close)
                        ? Known.current(other(known.row()), known.learnedAt())
                        : known)
                .toList();
    }

    private Mention other(Mention mention) {
        return new Mention(
                mention.articleId(),
                mention.usableFrom(),
                random.nextBoolean(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                2 * random.nextDouble() - 1,
                random.nextBoolean());
    }

    /** The rate of a day is public on the next. */
    private RateHistory rate(RateHistory rate) {
        List<Known<Observation>> values = rate.values().stream()
                .map(known -> known.row().date().isBefore(day)
                        ? known
                        : SyntheticHistory.known(new Observation(known.row().date(), 20 * random.nextDouble())))
                .toList();
        return new RateHistory(rate.symbol(), rate.lag(), values);
    }
}
