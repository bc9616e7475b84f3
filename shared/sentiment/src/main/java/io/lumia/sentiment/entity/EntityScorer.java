package io.lumia.sentiment.entity;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.ensemble.SentimentScorer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores a text for each entity that it names: the geometric mean of what the clauses around its mentions say and of what
 * the whole text says, each of the same weight. A clause alone tells two companies apart, but loses the verb of an
 * enumeration; the whole alone gives everybody the same. The weights are measured (docs/sentiment.md).
 */
public final class EntityScorer {

    /** More names than this is a list, not a statement about anybody. */
    public static final int MAX_MENTIONS = 64;

    private static final double SMALLEST_PROBABILITY = 1e-12;

    private final SentimentScorer scorer;

    public EntityScorer(SentimentScorer scorer) {
        this.scorer = scorer;
    }

    public EntityScores score(ScoreRequest request, List<Mention> mentions) {
        return score(List.of(new EntityRequest(request, mentions))).getFirst();
    }

    /** One answer for each request, in their order. All texts and clauses are scored together, which is faster than one by one. */
    public List<EntityScores> score(List<EntityRequest> requests) {
        List<Parts> parts = requests.stream().map(EntityScorer::parts).toList();
        Iterator<Scoring> scored = scorer.score(
                        parts.stream().flatMap(part -> part.requests().stream()).toList())
                .iterator();
        return parts.stream().map(part -> scores(part, scored)).toList();
    }

    /** A text, cut up. */
    private record Parts(ScoreRequest request, List<Span> clauses, Map<String, List<Span>> evidence) {

        List<ScoreRequest> requests() {
            return EntityScorer.requests(request, evidence, clauses);
        }
    }

    private static Parts parts(EntityRequest request) {
        refuseOutside(request.text().text(), request.mentions());
        List<Span> clauses = ClauseSplitter.clauses(request.text().text(), request.mentions());
        return new Parts(request.text(), clauses, evidence(clauses, request.mentions()));
    }

    private EntityScores scores(Parts parts, Iterator<Scoring> scored) {
        Scoring document = scored.next();
        List<EntitySentiment> entities = new ArrayList<>();
        parts.evidence()
                .forEach((entity, spans) -> entities.add(
                        spans.size() == parts.clauses().size()
                                ? new EntitySentiment(entity, document, EntitySentiment.Scope.DOCUMENT, spans)
                                : new EntitySentiment(
                                        entity,
                                        mixed(parts.request().kind(), document, scored.next()),
                                        EntitySentiment.Scope.CLAUSE,
                                        spans)));
        return new EntityScores(document, entities);
    }

    private static void refuseOutside(String text, List<Mention> mentions) {
        if (mentions.size() > MAX_MENTIONS) {
            throw AppException.invalid("mentions", mentions.size(), "at most " + MAX_MENTIONS);
        }
        for (Mention mention : mentions) {
            if (mention.end() > text.length()) {
                throw AppException.invalid(
                        "mention of " + mention.entity(),
                        mention.end(),
                        "an end within " + text.length() + " characters");
            }
        }
    }

    /** The clauses that each entity is named in. */
    private static Map<String, List<Span>> evidence(List<Span> clauses, List<Mention> mentions) {
        Map<String, List<Span>> evidence = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            evidence.computeIfAbsent(mention.entity(), entity -> clauses.stream()
                    .filter(clause -> mentions.stream()
                            .anyMatch(other ->
                                    other.entity().equals(entity) && clause.overlaps(other.start(), other.end())))
                    .toList());
        }
        return evidence;
    }

    /** The whole text first, then the clauses of those who are not named in all of them. */
    private static List<ScoreRequest> requests(
            ScoreRequest request, Map<String, List<Span>> evidence, List<Span> clauses) {
        List<ScoreRequest> requests = new ArrayList<>();
        requests.add(request);
        for (List<Span> spans : evidence.values()) {
            if (spans.size() < clauses.size()) {
                String words = String.join(
                        " ", spans.stream().map(span -> span.of(request.text())).toList());
                requests.add(new ScoreRequest(words, request.kind(), request.language()));
            }
        }
        return requests;
    }

    private Scoring mixed(TextKind kind, Scoring document, Scoring clause) {
        return switch (document) {
            case NotScored why -> why;
            case Sentiment whole ->
                switch (clause) {
                    case NotScored why -> whole;
                    case Sentiment part -> mixed(kind, whole, part);
                };
        };
    }

    /** Where the two disagree the mean is flat, so the answer is unsure; its confidence was not calibrated by itself. */
    private Sentiment mixed(TextKind kind, Sentiment whole, Sentiment part) {
        Probabilities both = Probabilities.ofWeights(
                mean(whole.probabilities().negative(), part.probabilities().negative()),
                mean(whole.probabilities().neutral(), part.probabilities().neutral()),
                mean(whole.probabilities().positive(), part.probabilities().positive()));
        double confidence = both.topProbability();
        return new Sentiment(
                both,
                confidence,
                scorer.abstainsAt(kind, confidence),
                whole.scoredBy(),
                whole.modelVersion(),
                part.tokens(),
                whole.cut() || part.cut());
    }

    private static double mean(double first, double second) {
        return Math.sqrt(Math.max(first, SMALLEST_PROBABILITY) * Math.max(second, SMALLEST_PROBABILITY));
    }
}
