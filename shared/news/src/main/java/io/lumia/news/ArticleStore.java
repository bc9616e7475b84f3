package io.lumia.news;

import io.lumia.news.link.Link;
import io.lumia.news.text.NearDuplicates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where articles, their sightings and links are kept. All calls of one delivery belong into one transaction. */
public interface ArticleStore {

    /** Whoever takes in articles at the same time waits here, so that a story does not become two. */
    void lock();

    /** Versions of stories, published in a stretch of time, that share address, content or a band with any of the articles. */
    List<Sighting> sightingsLike(Collection<PreparedArticle> articles, Instant from, Instant to);

    /** Adds articles, each with its first sighting; returns their places, in order. */
    List<ArticleKey> add(List<NewArticle> articles);

    /** Notes further versions of articles. */
    void addSightings(List<SeenAgain> versions);

    /**
     * Adds links, or raises those that a better method or a higher relevance replaces; what a person said stays.
     *
     * @return articles of which a link is new or changed
     */
    List<ArticleKey> addLinks(Map<ArticleKey, List<Link>> links, Instant at);

    /** @param article that it is a version of */
    record Sighting(
            ArticleKey article,
            Optional<String> urlHash,
            String contentHash,
            List<Integer> bands,
            NearDuplicates.Text text,
            Instant publishedAt) {}

    record NewArticle(UUID id, PreparedArticle article) {}

    record SeenAgain(ArticleKey article, PreparedArticle version) {}

    /**
     * An article in our books.
     *
     * @param place number inside the database, in the order in which they came
     * @param id    what others see
     */
    record ArticleKey(long place, UUID id) {}
}
