package io.lumia.sentiment;

/** A word list's opinion of a text, such as VADER's. */
@FunctionalInterface
public interface LexiconScorer {

    /** From −1, all bad, to 1, all good; 0 where no word is known. */
    double compound(String text);
}
