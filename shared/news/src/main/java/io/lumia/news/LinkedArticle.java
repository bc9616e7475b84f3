package io.lumia.news;

import io.lumia.kernel.AssetId;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.news.ArticleStore.ArticleKey;
import io.lumia.news.link.Link;
import java.time.Instant;
import java.util.List;

/**
 * An article of our books with the assets that it is about.
 *
 * @param language   ISO 639-1, or {@code und}
 * @param usableFrom from when a calculation may count it
 * @param collectedAt when it came in
 * @param links      most relevant first; those of which a person said that it is not about them are left out
 */
public record LinkedArticle(
        ArticleKey key,
        ArticleKind kind,
        ArticleType type,
        String provider,
        String publisher,
        String title,
        String body,
        String url,
        String language,
        Published published,
        Instant usableFrom,
        Instant collectedAt,
        List<AssetLink> links) {

    public LinkedArticle {
        links = List.copyOf(links);
    }

    /**
     * A link as it is kept.
     *
     * @param assetKey inside the database
     * @param symbol   that the asset has now, or had last
     * @param linkedAt from then on it counts
     * @param linkedBy {@code linker}, {@code provider}, or who said so by hand
     */
    public record AssetLink(int assetKey, String symbol, String name, Link link, Instant linkedAt, String linkedBy) {

        public AssetId assetId() {
            return link.assetId();
        }
    }
}
