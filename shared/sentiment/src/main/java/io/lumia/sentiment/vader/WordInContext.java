package io.lumia.sentiment.vader;

import io.lumia.sentiment.vader.Word.Role;
import java.util.List;

/**
 * The valence of one word among its neighbours: its rating in the lexicon, changed by capitals and by up to three words
 * before it. Hutto and Gilbert (2014), section 3.2, whose numbers are means of human ratings.
 */
final class WordInContext {

    /** What writing a word in capitals adds to its intensity, among words that aren't. */
    private static final double SHOUTING = 0.733;

    /** What a negation makes of a valence: "not good" is less bad than "bad". */
    private static final double NEGATION = -0.74;

    /** "never so good" is praise. */
    private static final double NEVER_SO = 1.25;

    private static final int FARTHEST = 3;

    /** How much a degree word counts by its distance; index 0 is not used. */
    private static final double[] NEARNESS = {0, 1, 0.95, 0.9};

    private final Sentence sentence;
    private final int index;
    private double valence;

    private WordInContext(Sentence sentence, int index) {
        this.sentence = sentence;
        this.index = index;
        this.valence = sentence.word(index).valence();
    }

    /** One for each word, 0 for a neutral one. */
    static double[] valencesOf(Sentence sentence) {
        double[] valences = new double[sentence.size()];
        for (int i = 0; i < valences.length; i++) {
            if (sentence.word(i).rated()) {
                valences[i] = new WordInContext(sentence, i).rate();
            }
        }
        return valences;
    }

    private double rate() {
        if (isKindOf()) {
            return 0;
        }
        heedNo();
        heedCapitals();
        for (int distance = 1; distance <= Math.min(FARTHEST, index); distance++) {
            heedWordBefore(distance);
        }
        heedLeast();
        return valence;
    }

    /** Here "kind" says nothing friendly, it weakens. */
    private boolean isKindOf() {
        return sentence.word(index).is(Role.KIND) && hasAfter(1) && after(1).is(Role.OF);
    }

    /** "no" before a rated word negates it and has no valence itself; one may stand between, or two with "or". */
    private void heedNo() {
        if (sentence.word(index).is(Role.NO) && hasAfter(1) && after(1).rated()) {
            valence = 0;
        }
        if (isBefore(1, Role.NO)
                || isBefore(2, Role.NO)
                || (isBefore(3, Role.NO) && before(1).is(Role.OR_NOR))) {
            valence = sentence.word(index).valence() * NEGATION;
        }
    }

    private void heedCapitals() {
        if (sentence.isShouted(index)) {
            valence += awayFromZero(SHOUTING);
        }
    }

    /** A word that is rated itself changes no other. Idioms need three words before, as the original does. */
    private void heedWordBefore(int distance) {
        if (before(distance).rated()) {
            return;
        }
        heedDegree(distance);
        heedNegation(distance);
        if (distance == FARTHEST) {
            heedIdioms();
            heedDegreePhrases();
        }
    }

    private void heedDegree(int distance) {
        Word word = before(distance);
        if (word.isDegreeWord()) {
            double change = valence < 0 ? -word.degree() : word.degree();
            if (sentence.isShouted(index - distance)) {
                change += awayFromZero(SHOUTING);
            }
            valence += change * NEARNESS[distance];
        }
    }

    /** A valence of exactly 0 is pushed down, as the original does. */
    private double awayFromZero(double intensity) {
        return valence > 0 ? intensity : -intensity;
    }

    private void heedNegation(int distance) {
        if (isNeverSo(distance)) {
            valence *= NEVER_SO;
        } else if (before(distance).negates() && !isWithoutDoubt(distance)) {
            valence *= NEGATION;
        }
    }

    /** Three words back, a "so" or "this" right before the word is enough without "never", as the original does. */
    private boolean isNeverSo(int distance) {
        return switch (distance) {
            case 2 -> before(2).is(Role.NEVER) && before(1).is(Role.SO_OR_THIS);
            case 3 ->
                (before(3).is(Role.NEVER) && before(2).is(Role.SO_OR_THIS))
                        || before(1).is(Role.SO_OR_THIS);
            default -> false;
        };
    }

    private boolean isWithoutDoubt(int distance) {
        if (!before(distance).is(Role.WITHOUT)) {
            return false;
        }
        return (distance > 1 && before(1).is(Role.DOUBT))
                || (distance > 2 && before(2).is(Role.DOUBT));
    }

    /** The first of the idioms around the word counts; one that goes on behind it counts more. */
    private void heedIdioms() {
        if (!takeIdiom(index - 1, 2)
                && !takeIdiom(index - 2, 3)
                && !takeIdiom(index - 2, 2)
                && !takeIdiom(index - 3, 3)) {
            takeIdiom(index - 3, 2);
        }
        takeIdiom(index, 2);
        takeIdiom(index, 3);
    }

    private boolean takeIdiom(int start, int length) {
        return start + length <= sentence.size() && take(sentence.word(start).idioms(), start, length);
    }

    private boolean take(List<Phrase> idioms, int start, int length) {
        for (Phrase idiom : idioms) {
            if (idiom.stands(sentence, start, length)) {
                valence = idiom.value();
                return true;
            }
        }
        return false;
    }

    /** Added as they are, also to a negative valence, which "kind of" makes worse; as the original does. */
    private void heedDegreePhrases() {
        addDegreePhrase(index - 3);
        addDegreePhrase(index - 2);
    }

    private void addDegreePhrase(int start) {
        for (Phrase phrase : sentence.word(start).degreePhrases()) {
            if (phrase.stands(sentence, start, 2)) {
                valence += phrase.value();
            }
        }
    }

    /** "least" negates, "at least" and "very least" don't. */
    private void heedLeast() {
        if (isBefore(1, Role.LEAST) && !isBefore(2, Role.AT_OR_VERY)) {
            valence *= NEGATION;
        }
    }

    private boolean isBefore(int distance, Role role) {
        return index >= distance && before(distance).is(role);
    }

    private Word before(int distance) {
        return sentence.word(index - distance);
    }

    private boolean hasAfter(int distance) {
        return index + distance < sentence.size();
    }

    private Word after(int distance) {
        return sentence.word(index + distance);
    }
}
