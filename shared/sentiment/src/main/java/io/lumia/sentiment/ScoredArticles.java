package io.lumia.sentiment;

import io.lumia.kernel.AsOf;
import io.lumia.market.ArticleKind;
import io.lumia.news.ArticleType;
import io.lumia.news.LinkedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles with the scores of the active model. */
public interface ScoredArticles {

    /** Of a question in words the newest so many matches are ranked; those before are counted and not shown. */
    int MAX_RANKED = 1_000;

    /** So many matches are counted; that there are more is said. */
    int MAX_COUNTED = 5_000;

    Page search(Question question);

    /** What our books had of it at an instant; empty where it had not been collected by then. */
    Optional<ScoredArticle> find(UUID id, AsOf asOf);

    /**
     * What is wanted. All of it must hold; an empty list and null hold always.
     *
     * @param words       in full text, with financial synonyms: {@link SearchWords}; null for all articles, newest first
     * @param assetKeys   about one of these
     * @param publishers  by name, whatever the case of its letters
     * @param minScore    of the score for the only asset asked for, else of the whole text; −1 to 1
     * @param minConfidence a fraction; articles whose score abstained have none
     * @param from        published not before
     * @param to          published before
     * @param asOf        collected not after
     */
    record Question(
            @Nullable String words,
            List<Integer> assetKeys,
            List<String> publishers,
            List<ArticleType> types,
            List<ArticleKind> kinds,
            @Nullable Double minScore,
            @Nullable Double maxScore,
            @Nullable Double minConfidence,
            @Nullable Instant from,
            @Nullable Instant to,
            AsOf asOf,
            int page,
            int perPage) {

        public Question {
            assetKeys = List.copyOf(assetKeys);
            publishers = List.copyOf(publishers);
            types = List.copyOf(types);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * One page.
     *
     * @param totalItems how many match, at most {@link #MAX_COUNTED}
     * @param more       whether more match than are counted; without words later pages show them
     */
    record Page(List<Found> found, long totalItems, boolean more) {}

    /**
     * A match.
     *
     * @param rank       how well the words fit, for comparison within an answer; 0 without words
     * @param highlights where they stand
     */
    record Found(ScoredArticle article, double rank, List<Highlight> highlights) {}

    /**
     * A stretch of an article with matching words.
     *
     * @param field title or body
     * @param text  the whole title, or a passage of the body
     * @param spans of the matching words in that text, UTF-16 units, the end excluded
     */
    record Highlight(String field, String text, List<Span> spans) {}

    record Span(int start, int end) {}

    /**
     * An article with what the active model makes of it.
     *
     * @param modelVersion empty while it waits for its score
     * @param whole        of the whole text; null while it waits
     * @param byAsset      of the assets that its words name
     */
    record ScoredArticle(
            LinkedArticle article,
            String modelVersion,
            @Nullable KeptScore whole,
            List<AssetScore> byAsset) {}

    record AssetScore(int assetKey, KeptScore score) {}

    /**
     * A score as it is kept.
     *
     * @param probabilities null where the text was not scored
     * @param confidence    a fraction; NaN where it was not
     * @param scoredBy      transformer, lexicon or nobody
     * @param reason        why not; empty where it was
     */
    record KeptScore(
            @Nullable Probabilities probabilities,
            double confidence,
            boolean abstained,
            String scoredBy,
            String reason,
            Instant scoredAt) {}
}
