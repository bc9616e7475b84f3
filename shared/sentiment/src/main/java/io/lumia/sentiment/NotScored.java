package io.lumia.sentiment;

import java.util.Locale;

/** A text that was not scored. That is not the same as neutral: it enters no aggregate. */
public record NotScored(Reason reason) implements Scoring {

    /** What rows and answers write where a {@link Sentiment} has the word of its {@link Sentiment.ScoredBy}. */
    public static final String SCORED_BY = "nobody";

    /** Why there is no score. */
    public enum Reason {
        /** Nothing to read: no character but white space. */
        BLANK,
        /** Said or found to be in another language than English, which is the only one that the model was trained on. */
        NOT_ENGLISH;

        /** As rows and answers write it: {@code blank}, {@code not_english}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
