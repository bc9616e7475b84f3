package io.lumia.sentiment.vader;

import io.lumia.kernel.AppException;

/**
 * Scores English texts by VADER's rules. Immutable: one instance serves all threads, and cost is proportional to a
 * text's length. Meant for sentences and posts; a long article drifts to the extremes, since intensities are added up.
 *
 * <p>Any string is accepted up to {@link #LONGEST_TEXT}: what isn't English, or isn't language at all, counts as
 * neutral words. A text is never cut silently.
 */
public final class Vader {

    /**
     * In UTF-16 units, 2^20: a long novel. Bounds what a hostile text can cost: one of nothing but emoji with long
     * descriptions takes 300 MB on the way.
     */
    public static final int LONGEST_TEXT = 1_048_576;

    private final Vocabulary vocabulary;
    private final EmojiDescriptions emoji;

    private Vader(Vocabulary vocabulary, EmojiDescriptions emoji) {
        this.vocabulary = vocabulary;
        this.emoji = emoji;
    }

    /** With the lexicons of this package, which are read on the first call. */
    public static Vader standard() {
        return Standard.INSTANCE;
    }

    /**
     * The same text always has the same score.
     *
     * @throws AppException if the text is longer than {@link #LONGEST_TEXT}
     */
    public VaderScore score(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw AppException.invalid(
                    "text", text.length() + " characters", "at most " + LONGEST_TEXT + " characters");
        }
        char[] spelledOut = emoji.spellOut(text).toCharArray();
        Sentence sentence = Tokenizer.read(spelledOut, vocabulary);
        if (sentence.size() == 0) {
            return VaderScore.NOTHING;
        }
        double[] valences = WordInContext.valencesOf(sentence);
        sentence.findFirst(Word.Role.BUT).ifPresent(but -> ContrastiveBut.shift(valences, but));
        return Tally.of(valences, Emphasis.of(spelledOut));
    }

    /** Loads on first use, once, whichever thread comes first. */
    private static final class Standard {
        private static final Vader INSTANCE =
                new Vader(LexiconFiles.vocabulary(), new EmojiDescriptions(LexiconFiles.emojiDescriptions()));
    }
}
