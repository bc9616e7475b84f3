package io.lumia.sentiment.entity;

import io.lumia.sentiment.ensemble.ScoreRequest;
import java.util.List;

/** A text and where it names whom. */
public record EntityRequest(ScoreRequest text, List<Mention> mentions) {

    public EntityRequest {
        mentions = List.copyOf(mentions);
    }
}
