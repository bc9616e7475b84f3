package io.lumia.functions.newsapi.article;

import io.lumia.collection.AuditEntry;
import io.lumia.collection.AuditLog;
import io.lumia.events.articlesloaded.v1.ArticlesLoaded;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Asset;
import io.lumia.news.Articles;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The use case: a person says how much an article is about an asset → our books → the asset's scores and rows follow. Link,
 * audit entry and announcement are one transaction.
 */
@Singleton
@Requires(beans = Articles.class)
final class LinkByHand {

    static final String SOURCE = "lumia.news-api";

    private static final int EVENTS_PER_FLUSH = 10;

    private final Articles articles;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Outbox outbox;
    private final JsonCodec json;
    private final IdSource ids;
    private final Clock clock;

    LinkByHand(
            Articles articles,
            AuditLog audit,
            Transactions transactions,
            Outbox outbox,
            JsonCodec json,
            IdSource ids,
            Clock clock) {
        this.articles = articles;
        this.audit = audit;
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param requestId of the request, for the audit */
    record Order(UUID article, Asset asset, double relevance, String actor, String note, String requestId) {}

    void link(Order order) {
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            boolean changed = articles.linkByHand(
                            order.article(), order.asset().id(), order.relevance(), order.actor(), now)
                    .orElseThrow(
                            () -> new AppException(ErrorCode.NOT_FOUND, "no article '%s'".formatted(order.article())));
            if (changed) {
                note(order, now);
                announce(order.article(), now);
            }
        });
        outbox.flush(EVENTS_PER_FLUSH);
    }

    private void note(Order order, Instant now) {
        audit.add(new AuditEntry(
                now,
                order.actor(),
                "article.link",
                "article/" + order.article(),
                Map.of(
                        "asset", order.asset().id().value(),
                        "relevance", order.relevance(),
                        "note", order.note()),
                order.requestId()));
    }

    private void announce(UUID article, Instant now) {
        UUID eventId = ids.next();
        ArticlesLoaded event = new ArticlesLoaded(eventId, List.of(article), now);
        outbox.add(eventId, new Announcement(SOURCE, "ArticlesLoaded", json.write(event)));
    }
}
