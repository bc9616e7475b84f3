package io.lumia.news;

import io.lumia.news.ArticleStore.ArticleKey;
import io.lumia.news.ArticleStore.Sighting;
import io.lumia.news.text.NearDuplicates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises a story that is there already: by its canonical address, by its words, or by nearly its words
 * ({@link NearDuplicates}), published within {@link #WINDOW} of each other. Beyond that the same words are another story: a
 * weekly column has the same title every week.
 */
final class Stories {

    static final Duration WINDOW = Duration.ofDays(3);

    private final Map<Object, List<Sighting>> byKey = new HashMap<>();

    Stories(Collection<Sighting> known) {
        known.forEach(this::add);
    }

    void add(ArticleKey key, PreparedArticle article) {
        add(new Sighting(
                key,
                article.urlHash(),
                article.contentHash(),
                article.bands(),
                new NearDuplicates.Text(article.title(), article.body()),
                article.published().at()));
    }

    /** The version that is most like it: the same words before the same address, and that before nearly the same words. */
    Optional<Sighting> find(PreparedArticle article) {
        return near(article.contentHash(), article)
                .or(() -> article.urlHash().flatMap(hash -> near(hash, article)))
                .or(() -> alike(article));
    }

    private void add(Sighting sighting) {
        put(sighting.contentHash(), sighting);
        sighting.urlHash().ifPresent(hash -> put(hash, sighting));
        sighting.bands().forEach(band -> put(band, sighting));
    }

    private void put(Object key, Sighting sighting) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(sighting);
    }

    private Optional<Sighting> near(Object key, PreparedArticle article) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(sighting ->
                        isNear(sighting.publishedAt(), article.published().at()))
                .findFirst();
    }

    private Optional<Sighting> alike(PreparedArticle article) {
        NearDuplicates.Text text = new NearDuplicates.Text(article.title(), article.body());
        return article.bands().stream()
                .flatMap(band -> byKey.getOrDefault(band, List.of()).stream())
                .filter(sighting ->
                        isNear(sighting.publishedAt(), article.published().at()))
                .filter(sighting -> NearDuplicates.isNearDuplicate(sighting.text(), text))
                .findFirst();
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
    }
}
