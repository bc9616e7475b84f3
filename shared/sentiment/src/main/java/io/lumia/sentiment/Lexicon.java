package io.lumia.sentiment;

import io.lumia.kernel.AppException;

/**
 * A word list and its version, {@code vader-3.3.2}.
 *
 * @param version  stands as model version of what the word list scores alone
 */
public record Lexicon(String version, LexiconScorer scorer) {

    /** From here on a compound counts as an opinion (Hutto and Gilbert: VADER, ICWSM 2014). */
    public static final double OPINION = 0.05;

    /** What is looked at of a text, in characters: a word list's opinion of a whole book says nothing. */
    static final int MAX_CHARACTERS = 20_000;

    public Lexicon {
        if (version.isBlank()) {
            throw AppException.invalid("lexicon version", version, "name and version");
        }
    }

    /** Whether {@link #polarityOf} leaves out a part of the text. */
    public boolean cuts(String text) {
        return text.length() > MAX_CHARACTERS;
    }

    public Polarity polarityOf(String text) {
        double compound = scorer.compound(cuts(text) ? text.substring(0, MAX_CHARACTERS) : text);
        if (compound >= OPINION) {
            return Polarity.POSITIVE;
        }
        return compound <= -OPINION ? Polarity.NEGATIVE : Polarity.NEUTRAL;
    }
}
