package io.lumia.functions.computesignals;

import io.lumia.events.sentimentscored.v1.SentimentScored;
import io.lumia.events.sentimentscored.v1.SentimentScored.ScoredAsset;
import io.lumia.market.Asset;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.lumia.signals.sentiment.SentimentUpdate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The use case: texts have other scores → the rows of those whom they are about, from the first session that they touch. */
public final class ComputeSentiment {

    static final String CONSUMER = "compute-sentiment";

    private final SentimentUpdate update;
    private final ChangedAssets assets;
    private final Transactions transactions;
    private final Inbox inbox;

    public ComputeSentiment(SentimentUpdate update, ChangedAssets assets, Transactions transactions, Inbox inbox) {
        this.update = update;
        this.assets = assets;
        this.transactions = transactions;
        this.inbox = inbox;
    }

    /** Once for each event, all of its assets in one transaction, in the order of their keys: two never wait for each other. */
    public void scored(SentimentScored event) {
        Map<UUID, Instant> usableFrom = event.assets().stream()
                .collect(Collectors.toMap(ScoredAsset::assetId, ScoredAsset::usableFrom, ComputeSentiment::earlier));
        transactions.inTransaction(() -> {
            if (inbox.accept(CONSUMER, event.eventId())) {
                assets.get(usableFrom.keySet()).stream()
                        .sorted(Comparator.comparingInt(Asset::key))
                        .forEach(asset -> update.update(
                                asset, usableFrom.getOrDefault(asset.id().value(), Instant.MAX)));
            }
        });
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
