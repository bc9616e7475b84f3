package io.lumia.sentiment.entity;

import io.lumia.sentiment.Scoring;
import java.util.List;
import java.util.Locale;

/**
 * What a text says of one entity.
 *
 * @param scope  how much of the text was looked at for it
 * @param evidence  the clauses, in order; the whole text where it is one clause
 */
public record EntitySentiment(String entity, Scoring scoring, Scope scope, List<Span> evidence) {

    /** How much of a text a score is about. */
    public enum Scope {
        /** The clauses that name the entity, weighed against the whole. */
        CLAUSE,
        /** The text is one clause, or all of its clauses name the entity. */
        DOCUMENT;

        /** As answers write it: {@code clause}, {@code document}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public EntitySentiment {
        evidence = List.copyOf(evidence);
    }
}
