package io.lumia.sentiment.article;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.ArticleKind;
import io.lumia.news.LinkedArticle;
import io.lumia.news.LinkedArticle.AssetLink;
import io.lumia.news.link.Evidence;
import io.lumia.news.text.Languages;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.ScoreBook.ArticleScore;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.entity.EntityRequest;
import io.lumia.sentiment.entity.EntityScorer;
import io.lumia.sentiment.entity.EntityScores;
import io.lumia.sentiment.entity.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scores articles of our books. The title stands for an article: models of headlines are made for it, and a body begins with
 * the same in more words. An asset that the title names has the score of the clauses that name it; one that only the body
 * names, that of the passage around its first mention. An asset that no word names (its source or a person says so) has none
 * of its own, and readers take that of the article.
 */
public final class ArticleScorer {

    /** To either side of a mention in a body; a model reads about 300 characters. */
    static final int PASSAGE_CHARACTERS = 200;

    private final Supplier<SentimentScorer> scorers;

    /** @param scorers asked with each call, so that a model that could not be loaded is loaded by a later one */
    public ArticleScorer(Supplier<SentimentScorer> scorers) {
        this.scorers = scorers;
    }

    /** The version under which the scores are kept. Fails as {@link #score} does. */
    public String modelVersion() {
        return scorers.get().version();
    }

    /**
     * Scores of the articles as a whole and of the assets that their words name. Fails with INTERNAL where the transformer
     * could not be loaded or could not answer this time: the word list's opinion would be kept for ever, under a version
     * that is not its own.
     */
    public List<ArticleScore> score(List<LinkedArticle> articles) {
        SentimentScorer scorer = scorers.get();
        List<EntityScores> titles = new EntityScorer(scorer)
                .score(articles.stream().map(ArticleScorer::title).toList());
        List<Passage> passages =
                articles.stream().flatMap(article -> passages(article).stream()).toList();
        List<Scoring> passageScores =
                scorer.score(passages.stream().map(Passage::request).toList());
        List<ArticleScore> scores = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            addTitle(scores, articles.get(i), titles.get(i));
        }
        for (int i = 0; i < passages.size(); i++) {
            scores.add(new ArticleScore(passages.get(i).place(), passages.get(i).assetKey(), passageScores.get(i)));
        }
        scores.forEach(score -> requireVersion(scorer.version(), score));
        return scores;
    }

    private static void requireVersion(String version, ArticleScore score) {
        if (score.scoring() instanceof Sentiment sentiment
                && !sentiment.modelVersion().equals(version)) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "article %d was scored by %s instead of %s, which could not answer"
                            .formatted(score.place(), sentiment.modelVersion(), version));
        }
    }

    private static void addTitle(List<ArticleScore> scores, LinkedArticle article, EntityScores title) {
        long place = article.key().place();
        scores.add(new ArticleScore(place, ScoreBook.WHOLE_ARTICLE, title.document()));
        title.entities()
                .forEach(entity ->
                        scores.add(new ArticleScore(place, Integer.parseInt(entity.entity()), entity.scoring())));
    }

    /** A mention's entity is the asset's key. */
    private static EntityRequest title(LinkedArticle article) {
        List<Mention> mentions = new ArrayList<>();
        for (AssetLink link : article.links()) {
            for (Evidence evidence : link.link().evidence()) {
                if (evidence.field() == Evidence.Field.TITLE && mentions.size() < EntityScorer.MAX_MENTIONS) {
                    mentions.add(new Mention(Integer.toString(link.assetKey()), evidence.start(), evidence.end()));
                }
            }
        }
        return new EntityRequest(new ScoreRequest(article.title(), kind(article), language(article)), mentions);
    }

    /** What the body says of an asset that the title does not name. */
    private record Passage(long place, int assetKey, ScoreRequest request) {}

    private static List<Passage> passages(LinkedArticle article) {
        return article.links().stream()
                .map(link -> passage(article, link))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Passage passage(LinkedArticle article, AssetLink link) {
        List<Evidence> evidence = link.link().evidence();
        boolean inTitle = evidence.stream().anyMatch(span -> span.field() == Evidence.Field.TITLE);
        if (evidence.isEmpty() || inTitle) {
            return null;
        }
        String words = around(article.body(), evidence.getFirst());
        return new Passage(
                article.key().place(), link.assetKey(), new ScoreRequest(words, kind(article), language(article)));
    }

    /** The sentence around a mention, or as much of it as a model reads. */
    private static String around(String body, Evidence evidence) {
        int from = Math.max(0, evidence.start() - PASSAGE_CHARACTERS);
        int to = Math.min(body.length(), evidence.end() + PASSAGE_CHARACTERS);
        int sentenceStart = body.lastIndexOf(". ", evidence.start());
        int sentenceEnd = body.indexOf(". ", evidence.end());
        int start = Math.max(from, sentenceStart < 0 ? 0 : sentenceStart + 2);
        int end = Math.min(to, sentenceEnd < 0 ? body.length() : sentenceEnd + 1);
        return body.substring(start, end);
    }

    private static TextKind kind(LinkedArticle article) {
        return article.kind() == ArticleKind.SOCIAL ? TextKind.SOCIAL : TextKind.NEWS;
    }

    /** Null where it could not be told: then English is assumed. */
    private static @Nullable String language(LinkedArticle article) {
        return article.language().equals(Languages.UNDECIDED) ? null : article.language();
    }
}
