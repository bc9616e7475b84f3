package io.lumia.functions.computesignals;

import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.market.AssetCatalog;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.IdSource;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.CurrentBars;
import io.lumia.signals.NewestSignals;
import io.lumia.signals.SignalStore;
import io.lumia.signals.SignalUpdate;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.SentimentRules;
import io.lumia.signals.sentiment.SentimentStore;
import io.lumia.signals.sentiment.SentimentUpdate;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the use case together. */
@Factory
final class ComputeSignalsFactory {

    @Singleton
    ComputeSignals computeSignals(
            CurrentBars currentBars,
            BenchmarkAsset benchmark,
            SignalStore store,
            NewestSignals newest,
            PublishWebhook publishing,
            AssetCatalog catalog,
            Transactions transactions,
            Inbox inbox,
            Outbox outbox,
            JsonCodec json,
            Clock clock,
            IdSource ids) {
        return new ComputeSignals(
                () -> new SignalUpdate(currentBars, benchmark, store, clock, ids),
                new ChangedAssets(catalog, benchmark),
                new TellCrossings(newest, publishing, clock)::tell,
                transactions,
                inbox,
                outbox,
                json,
                clock);
    }

    @Singleton
    ComputeSentiment computeSentiment(
            Mentions mentions,
            SentimentStore store,
            SentimentRules rules,
            AssetCatalog catalog,
            BenchmarkAsset benchmark,
            Transactions transactions,
            Inbox inbox,
            Clock clock) {
        return new ComputeSentiment(
                new SentimentUpdate(mentions, store, rules, clock),
                new ChangedAssets(catalog, benchmark),
                transactions,
                inbox);
    }
}
