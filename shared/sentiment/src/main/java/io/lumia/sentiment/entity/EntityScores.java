package io.lumia.sentiment.entity;

import io.lumia.sentiment.Scoring;
import java.util.List;

/** The whole text's score and, beside it, each entity's, in the order of their first mentions. */
public record EntityScores(Scoring document, List<EntitySentiment> entities) {

    public EntityScores {
        entities = List.copyOf(entities);
    }
}
