package io.lumia.market;

import java.util.List;

/**
 * A text as its source gave it, reduced to plain text: not yet compared with others, linked or scored.
 *
 * @param sourceId  the source's own name for it, such as a feed's guid or a post's number; empty where it has none
 * @param publisher who wrote it, as the source says: {@code Reuters}, {@code example.com}, a user's pseudonym never
 * @param title     one line; the text itself for a post
 * @param body      may be empty, may have many lines
 * @param url       as received; empty where there is none
 * @param language  ISO 639-1 as the source says; empty where it does not
 * @param symbols   assets that the source says it is about, in our spelling
 */
public record ReceivedArticle(
        String sourceId,
        ArticleKind kind,
        String publisher,
        String title,
        String body,
        String url,
        String language,
        Published published,
        List<String> symbols) {

    public ReceivedArticle {
        symbols = List.copyOf(symbols);
    }
}
