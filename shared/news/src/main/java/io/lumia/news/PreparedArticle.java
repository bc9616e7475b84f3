package io.lumia.news;

import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text that passed the rules, with what it is compared and placed by.
 *
 * @param provider    adapter that brought it
 * @param publisher   as the source says; the provider where it does not
 * @param sourceKey   the source's own name for it; empty where it has none
 * @param title       of normal form
 * @param body        of normal form, may be empty
 * @param url         as received; empty where there is none
 * @param urlHash     of the canonical address; empty where there is none
 * @param contentHash of title and body in the form in which they are compared
 * @param bands       parts of the fingerprint: texts that are nearly the same share at least one
 * @param language    ISO 639-1, or {@code und}
 * @param usableFrom  from when a calculation may count it
 * @param collectedAt when it came in
 * @param symbols     assets that the source says it is about
 */
public record PreparedArticle(
        ArticleKind kind,
        ArticleType type,
        String provider,
        String publisher,
        String sourceKey,
        String title,
        String body,
        String url,
        Optional<String> urlHash,
        String contentHash,
        List<Integer> bands,
        String language,
        Published published,
        Instant usableFrom,
        Instant collectedAt,
        List<String> symbols) {

    public PreparedArticle {
        bands = List.copyOf(bands);
        symbols = List.copyOf(symbols);
    }
}
