package io.lumia.sentiment;

/** A text that was not scored. That is not the same as neutral: it enters no aggregate. */
public record NotScored(Reason reason) implements Scoring {

    /** Why there is no score. */
    public enum Reason {
        /** Nothing to read: no character but white space. */
        BLANK,
        /** Said or found to be in another language than English, which is the only one that the model was trained on. */
        NOT_ENGLISH
    }
}
