package io.lumia.news;

import io.lumia.market.ArticleKind;
import io.lumia.market.MergeCounts;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.news.ArticleStore.ArticleKey;
import io.lumia.news.ArticleStore.NewArticle;
import io.lumia.news.ArticleStore.SeenAgain;
import io.lumia.news.ArticleStore.Sighting;
import io.lumia.news.PrepareArticle.Ready;
import io.lumia.news.PrepareArticle.Refused;
import io.lumia.news.link.ArticleText;
import io.lumia.news.link.EntityLinker;
import io.lumia.news.link.Link;
import io.lumia.news.link.TextKind;
import io.lumia.platform.time.NamedIds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes texts into our books: by the rules about one text, then as a new story or as a version of one that is there, then
 * linked to the assets that it is about. Must run inside a transaction. The same delivery again changes nothing.
 */
public final class TakeInArticles {

    /** Texts that are compared and stored together. */
    static final int BATCH = 500;

    private static final UUID NAMESPACE = UUID.fromString("5b0f6a1c-6c0e-5f6d-8a41-3f6f62730004");

    private final PrepareArticle rules;
    private final ArticleStore store;
    private final Supplier<EntityLinker> linker;

    /** @param linker over the assets that our books have by now */
    public TakeInArticles(PrepareArticle rules, ArticleStore store, Supplier<EntityLinker> linker) {
        this.rules = rules;
        this.store = store;
        this.linker = linker;
    }

    /**
     * What came of a delivery.
     *
     * @param toScore  articles that are new, or about further assets
     * @param counts   inserted are new stories, revised are further versions or links of known ones
     * @param rejected texts that did not pass
     */
    public record TakenIn(Set<ArticleKey> toScore, MergeCounts counts, List<Rejected> rejected) {}

    /**
     * @param provider    adapter that brought them
     * @param collectedAt when the answer with them came in
     */
    public TakenIn take(List<Row<ReceivedArticle>> rows, String provider, Instant collectedAt) {
        Delivery delivery = new Delivery(linker.get(), collectedAt);
        List<Rejected> rejected = new ArrayList<>();
        List<PreparedArticle> ready = new ArrayList<>();
        for (Row<ReceivedArticle> row : rows) {
            switch (rules.prepare(row.value(), provider, collectedAt)) {
                case Ready(PreparedArticle article) -> ready.add(article);
                case Refused refused -> rejected.add(rejected(row, refused));
            }
        }
        // So that the earliest version stands for the story, in whatever order a source lists them.
        ready.sort(Comparator.comparing(
                        (PreparedArticle article) -> article.published().at())
                .thenComparing(PreparedArticle::contentHash));
        if (!ready.isEmpty()) {
            store.lock();
        }
        for (int start = 0; start < ready.size(); start += BATCH) {
            delivery.take(ready.subList(start, Math.min(start + BATCH, ready.size())));
        }
        return new TakenIn(delivery.toScore, delivery.counts(), rejected);
    }

    private static Rejected rejected(Row<ReceivedArticle> row, Refused refused) {
        return new Rejected(
                row.line(),
                row.symbol(),
                row.value().published().date(),
                refused.reason(),
                row.raw(),
                refused.detail());
    }

    /** One delivery on its way. */
    private final class Delivery {

        private final EntityLinker entityLinker;
        private final Instant collectedAt;
        private final Set<ArticleKey> toScore = new LinkedHashSet<>();
        private final Set<ArticleKey> fresh = new LinkedHashSet<>();
        private final Set<ArticleKey> revised = new LinkedHashSet<>();
        private int taken;

        Delivery(EntityLinker entityLinker, Instant collectedAt) {
            this.entityLinker = entityLinker;
            this.collectedAt = collectedAt;
        }

        MergeCounts counts() {
            return new MergeCounts(fresh.size(), revised.size(), taken - fresh.size() - revised.size());
        }

        void take(List<PreparedArticle> articles) {
            taken += articles.size();
            Stories stories = new Stories(store.sightingsLike(articles, earliest(articles), latest(articles)));
            Map<UUID, PreparedArticle> added = new LinkedHashMap<>();
            Map<PreparedArticle, Sighting> again = new LinkedHashMap<>();
            for (PreparedArticle article : articles) {
                Optional<Sighting> known = stories.find(article);
                if (known.isPresent()) {
                    again.put(article, known.get());
                } else {
                    UUID id = NamedIds.of(
                            NAMESPACE,
                            article.contentHash() + " " + article.published().at());
                    added.put(id, article);
                    stories.add(new ArticleKey(0, id), article);
                }
            }
            store(added, again);
        }

        private void store(Map<UUID, PreparedArticle> added, Map<PreparedArticle, Sighting> again) {
            Map<UUID, ArticleKey> keys = new LinkedHashMap<>();
            store.add(added.entrySet().stream()
                            .map(entry -> new NewArticle(entry.getKey(), entry.getValue()))
                            .toList())
                    .forEach(key -> keys.put(key.id(), key));
            Map<ArticleKey, List<Link>> links = new LinkedHashMap<>();
            keys.forEach((id, key) ->
                    links.put(key, entityLinker.link(text(java.util.Objects.requireNonNull(added.get(id))))));
            List<SeenAgain> versions = new ArrayList<>();
            again.forEach((article, known) -> {
                ArticleKey key = keys.getOrDefault(known.article().id(), known.article());
                links.merge(key, entityLinker.link(symbolsOf(article)), TakeInArticles::joined);
                if (!known.contentHash().equals(article.contentHash())) {
                    versions.add(new SeenAgain(key, article));
                }
            });
            store.addSightings(versions);
            fresh.addAll(keys.values());
            List<ArticleKey> linked = store.addLinks(links, collectedAt);
            versions.forEach(version -> note(version.article()));
            linked.forEach(this::note);
            toScore.addAll(keys.values());
            toScore.addAll(linked);
        }

        private void note(ArticleKey key) {
            if (!fresh.contains(key)) {
                revised.add(key);
            }
        }
    }

    private static ArticleText text(PreparedArticle article) {
        return new ArticleText(
                article.title(),
                article.body(),
                article.published().at().atZone(ZoneOffset.UTC).toLocalDate(),
                kind(article),
                article.symbols());
    }

    private static TextKind kind(PreparedArticle article) {
        return article.kind() == ArticleKind.SOCIAL ? TextKind.SOCIAL : TextKind.EDITORIAL;
    }

    /** Of a version only what its source says counts: its words are not the words that we show. */
    private static ArticleText symbolsOf(PreparedArticle article) {
        return new ArticleText(
                "",
                "",
                article.published().at().atZone(ZoneOffset.UTC).toLocalDate(),
                kind(article),
                article.symbols());
    }

    /** The stronger link to an asset counts. */
    private static List<Link> joined(List<Link> some, List<Link> more) {
        Map<Object, Link> byAsset = new LinkedHashMap<>();
        for (Link link : concatenated(some, more)) {
            byAsset.merge(link.assetId(), link, (one, other) -> other.relevance() > one.relevance() ? other : one);
        }
        return List.copyOf(byAsset.values());
    }

    private static List<Link> concatenated(Collection<Link> some, Collection<Link> more) {
        List<Link> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static Instant earliest(List<PreparedArticle> articles) {
        return articles.stream()
                .map(article -> article.published().at())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(Stories.WINDOW);
    }

    private static Instant latest(List<PreparedArticle> articles) {
        return articles.stream()
                .map(article -> article.published().at())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(Stories.WINDOW);
    }
}
