package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.articlesloaded.v1.ArticlesLoaded;
import io.lumia.news.ArticleStore.ArticleKey;
import io.lumia.news.TakeInArticles;
import io.lumia.news.TakeInArticles.TakenIn;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes texts into our books and tells which wait for their scores. The rules about texts come into being with the first
 * ones: their languages and aliases take long to load, and most messages bring numbers.
 */
@Singleton
@Requires(beans = CollectionLog.class)
final class ArticleLoader {

    /** Of one event: what one invocation scores well within its time. */
    static final int ARTICLES_PER_EVENT = 200;

    private final BeanProvider<TakeInArticles> takeIn;
    private final ItemResults results;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;

    ArticleLoader(
            BeanProvider<TakeInArticles> takeIn, ItemResults results, Outbox outbox, JsonCodec json, Clock clock) {
        this.takeIn = takeIn;
        this.results = results;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    ItemResult load(AnswerCollected message, RawAnswers.Read read) {
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        TakenIn taken = takeIn.get().take(read.rows().articles(), message.provider(), message.collectedAt());
        rejected.addAll(taken.rejected());
        announce(message.messageId(), List.copyOf(taken.toScore()));
        Superseded nothing = new Superseded(List.of());
        return results.of(message, read, taken.counts(), rejected, nothing, SessionCount.NONE, "");
    }

    private void announce(UUID messageId, List<ArticleKey> articles) {
        int number = 0;
        for (int start = 0; start < articles.size(); start += ARTICLES_PER_EVENT) {
            List<UUID> some = articles.subList(start, Math.min(start + ARTICLES_PER_EVENT, articles.size())).stream()
                    .map(ArticleKey::id)
                    .toList();
            UUID eventId = NamedIds.of(messageId, "articles-loaded-" + number++);
            outbox.add(
                    eventId,
                    new Announcement(
                            LoadAnswer.ANNOUNCER,
                            "ArticlesLoaded",
                            json.write(new ArticlesLoaded(eventId, some, clock.instant()))));
        }
    }
}
