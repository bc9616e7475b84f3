package io.lumia.sentiment.transformer.benchmark;

import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.calibration.EntityLabels;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.entity.EntityRequest;
import io.lumia.sentiment.entity.EntityScorer;
import io.lumia.sentiment.entity.EntityScores;
import io.lumia.sentiment.entity.EntitySentiment;
import io.lumia.sentiment.entity.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Measures what looking at an entity's clauses gains over the headline as a whole. */
final class EntityBenchmark {

    /** Scored together; the whole set at once would hold all clauses in memory. */
    private static final int BATCH = 256;

    private final SentimentScorer scorer;
    private final TextKind kind;

    EntityBenchmark(SentimentScorer scorer, TextKind kind) {
        this.scorer = scorer;
        this.kind = kind;
    }

    /** Headlines with one entity, with several that agree, and with several that do not. */
    List<EntityBenchmarkResult> measure(List<EntityLabels> headlines) {
        return List.of(
                measure("one entity", headlines, headline -> headline.labels().size() == 1),
                measure(
                        "several that agree",
                        headlines,
                        headline ->
                                headline.labels().size() > 1 && headline.whole().isPresent()),
                measure("several that disagree", headlines, headline -> headline.whole()
                        .isEmpty()));
    }

    private EntityBenchmarkResult measure(String name, List<EntityLabels> all, Predicate<EntityLabels> isMeant) {
        List<EntityLabels> headlines = all.stream().filter(isMeant).toList();
        Count count = new Count();
        for (int start = 0; start < headlines.size(); start += BATCH) {
            List<EntityLabels> batch = headlines.subList(start, Math.min(start + BATCH, headlines.size()));
            List<EntityScores> scores = new EntityScorer(scorer)
                    .score(batch.stream()
                            .map(headline ->
                                    new EntityRequest(ScoreRequest.of(headline.title(), kind), mentions(headline)))
                            .toList());
            for (int i = 0; i < batch.size(); i++) {
                count.add(batch.get(i), scores.get(i));
            }
        }
        return new EntityBenchmarkResult(
                name,
                headlines.size(),
                count.pairs,
                count.unnamed,
                share(count.wholeRight, count.pairs),
                share(count.entityRight, count.pairs),
                share(count.answered, count.pairs),
                share(count.answeredRight, count.answered));
    }

    private static double share(int part, int of) {
        return part / (double) Math.max(of, 1);
    }

    /** Wherever the headline spells the entity, in any case. */
    static List<Mention> mentions(EntityLabels headline) {
        List<Mention> mentions = new ArrayList<>();
        String title = headline.title();
        for (String entity : headline.labels().keySet()) {
            for (int at = 0; at + entity.length() <= title.length(); at++) {
                if (title.regionMatches(true, at, entity, 0, entity.length())) {
                    mentions.add(new Mention(entity, at, at + entity.length()));
                }
            }
        }
        return mentions;
    }

    private static final class Count {

        private int pairs;
        private int unnamed;
        private int wholeRight;
        private int entityRight;
        private int answered;
        private int answeredRight;

        void add(EntityLabels headline, EntityScores scores) {
            for (Map.Entry<String, Polarity> labelled : headline.labels().entrySet()) {
                scores.entities().stream()
                        .filter(entity -> entity.entity().equals(labelled.getKey()))
                        .map(EntitySentiment::scoring)
                        .findFirst()
                        .ifPresentOrElse(
                                scoring -> add(labelled.getValue(), scores.document(), scoring), () -> unnamed++);
            }
        }

        private void add(Polarity label, Scoring document, Scoring entity) {
            if (document instanceof Sentiment whole && entity instanceof Sentiment ofEntity) {
                boolean isRight = ofEntity.polarity() == label;
                pairs++;
                wholeRight += whole.polarity() == label ? 1 : 0;
                entityRight += isRight ? 1 : 0;
                answered += ofEntity.abstained() ? 0 : 1;
                answeredRight += isRight && !ofEntity.abstained() ? 1 : 0;
            }
        }
    }
}
