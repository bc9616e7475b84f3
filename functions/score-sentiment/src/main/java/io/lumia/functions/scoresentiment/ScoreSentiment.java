package io.lumia.functions.scoresentiment;

import io.lumia.events.articlesloaded.v1.ArticlesLoaded;
import io.lumia.events.rescorerequested.v1.RescoreRequested;
import io.lumia.events.sentimentscored.v1.SentimentScored;
import io.lumia.events.sentimentscored.v1.SentimentScored.ScoredAsset;
import io.lumia.kernel.AssetId;
import io.lumia.news.Articles;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.time.NamedIds;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.ScoreBook.KnownModel;
import io.lumia.sentiment.article.ArticleScorer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The use case: articles are new → their scores, each once for a model version → tell whom they are about. A message and its
 * effect are one transaction, so a second delivery, or one after a crash, changes nothing.
 *
 * <p>A model version that others came before scores what is there in the background, {@link #BATCH} articles a message,
 * and its scores count only when it is through: then all assets are told of at once. Until then aggregates are those of the
 * version before, without the articles that only the new one has scored.
 */
@Singleton
@Requires(beans = ScoreBook.class)
public final class ScoreSentiment {

    static final String CONSUMER = "score-sentiment";
    static final String SOURCE = "lumia.score-sentiment";

    /** Articles of one message: well within the function's time on one thread. */
    static final int BATCH = 200;

    private static final int ASSETS_PER_EVENT = 1_000;
    private static final int EVENTS_PER_FLUSH = 100;
    private static final UUID RESCORE = UUID.fromString("7f1c3f0e-0f1a-5c6d-9d0b-6f6f62730005");

    private final ArticleScorer scorer;
    private final ScoreBook book;
    private final Articles articles;
    private final Transactions transactions;
    private final Inbox inbox;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;
    private final Metrics metrics;

    ScoreSentiment(
            ArticleScorer scorer,
            ScoreBook book,
            Articles articles,
            Transactions transactions,
            Inbox inbox,
            Outbox outbox,
            JsonCodec json,
            Clock clock,
            Metrics metrics) {
        this.scorer = scorer;
        this.book = book;
        this.articles = articles;
        this.transactions = transactions;
        this.inbox = inbox;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Articles are new, or about further assets. */
    public void articlesLoaded(ArticlesLoaded event) {
        onceFor(event.eventId(), model -> {
            List<Long> places = book.lacking(event.articles(), model);
            score(places, model);
            if (model.active()) {
                // Also where nothing was to score: a further link to an article that has its scores changes its asset's
                // rows.
                announceScored(event.eventId(), model, book.assetsOf(book.places(event.articles())));
            } else {
                announceRescore(NamedIds.of(RESCORE, model.version()), 0);
            }
            return places.size();
        });
    }

    /** The next batch of what the model at work has not scored. */
    public void rescore(RescoreRequested command) {
        onceFor(command.messageId(), model -> {
            List<Long> places = book.lackingAfter(command.after(), BATCH, model);
            score(places, model);
            if (places.size() == BATCH) {
                announceRescore(NamedIds.of(command.messageId(), "next"), places.getLast());
            } else if (!model.active()) {
                book.activate(model, clock.instant());
                announceScored(command.messageId(), model, book.allAssets());
            }
            if (model.active() && !places.isEmpty()) {
                announceScored(command.messageId(), model, book.assetsOf(places));
            }
            return places.size();
        });
    }

    private interface Effect {
        /** Returns how many articles were scored. */
        int of(KnownModel model);
    }

    private void onceFor(UUID messageId, Effect effect) {
        int scored = transactions.inTransaction(() ->
                inbox.accept(CONSUMER, messageId) ? effect.of(book.begin(scorer.modelVersion(), clock.instant())) : 0);
        metrics.count(Counter.ARTICLES_SCORED, scored);
        outbox.flush(EVENTS_PER_FLUSH);
    }

    private void score(List<Long> places, KnownModel model) {
        book.add(scorer.score(articles.get(places)), model, clock.instant());
    }

    private void announceScored(UUID messageId, KnownModel model, Map<AssetId, Instant> assets) {
        List<ScoredAsset> all = assets.entrySet().stream()
                .map(entry -> new ScoredAsset(entry.getKey().value(), entry.getValue()))
                .toList();
        for (int start = 0; start < all.size(); start += ASSETS_PER_EVENT) {
            List<ScoredAsset> some = all.subList(start, Math.min(start + ASSETS_PER_EVENT, all.size()));
            UUID eventId = NamedIds.of(messageId, "sentiment-scored-" + start);
            announce(
                    eventId,
                    "SentimentScored",
                    new SentimentScored(eventId, model.version(), List.copyOf(some), clock.instant()));
        }
    }

    private void announceRescore(UUID messageId, long after) {
        announce(messageId, "RescoreRequested", new RescoreRequested(messageId, after));
    }

    private void announce(UUID eventId, String detailType, Object detail) {
        outbox.add(eventId, new Announcement(SOURCE, detailType, json.write(detail)));
    }
}
