package io.lumia.signals.wiring;

import io.lumia.kernel.Symbol;
import io.lumia.market.AssetCatalog;
import io.lumia.market.PriceHistory;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.FactsSignalsAsOf;
import io.lumia.signals.SignalsAsOf;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.MentionsOfMany;
import io.lumia.signals.sentiment.NewestSentimentAsOf;
import io.lumia.signals.sentiment.SentimentAsOf;
import io.lumia.signals.sentiment.SentimentRules;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the domain's objects from the ports and the configuration. */
@Factory
@Requires(beans = {AssetCatalog.class, PriceHistory.class})
final class SignalsFactory {

    /** @param symbol {@code lumia.signals.benchmark}, what beta is measured against */
    @Singleton
    BenchmarkAsset benchmark(AssetCatalog catalog, @Value("${lumia.signals.benchmark:SPY}") String symbol) {
        return new BenchmarkAsset(catalog, Symbol.parse(symbol));
    }

    @Singleton
    SignalsAsOf signalsAsOf(PriceHistory prices, BenchmarkAsset benchmark) {
        return new FactsSignalsAsOf(prices, benchmark);
    }

    /**
     * @param freshSessions {@code lumia.signals.sentiment.fresh-sessions}, of how many sessions a text is fresh
     * @param halfLifeHours {@code lumia.signals.sentiment.half-life-hours}, after which it counts half
     */
    @Singleton
    SentimentRules sentimentRules(
            @Value("${lumia.signals.sentiment.fresh-sessions:2}") int freshSessions,
            @Value("${lumia.signals.sentiment.half-life-hours:24}") int halfLifeHours) {
        SentimentRules usual = SentimentRules.USUAL;
        return new SentimentRules(
                freshSessions,
                Duration.ofHours(halfLifeHours),
                usual.shortSessions(),
                usual.longSessions(),
                usual.surpriseDays(),
                usual.leastRows());
    }

    @Singleton
    @Requires(beans = Mentions.class)
    SentimentAsOf sentimentAsOf(Mentions mentions, SentimentRules rules) {
        return new SentimentAsOf(mentions, rules);
    }

    @Singleton
    @Requires(beans = {Mentions.class, MentionsOfMany.class})
    NewestSentimentAsOf newestSentimentAsOf(Mentions mentions, MentionsOfMany mentionsOfMany, SentimentRules rules) {
        return new NewestSentimentAsOf(mentions, mentionsOfMany, rules);
    }
}
