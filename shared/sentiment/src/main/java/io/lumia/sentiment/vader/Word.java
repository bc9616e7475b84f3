package io.lumia.sentiment.vader;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules know of a word. Lexicon, degree words and negations have no word in common.
 *
 * @param text          in lower case, empty for a word that no rule names
 * @param rated         the lexicon has a valence for it
 * @param valence       mean rating, -4 to 4, 0 if not rated
 * @param degree        what it adds to the intensity of a word that follows, 0 if it is no degree word
 * @param negates       turns round a word that follows
 * @param role          which special rule it takes part in
 * @param idioms        phrases that begin with it and mean something else than their words
 * @param degreePhrases phrases that begin with it and act like a degree word
 */
record Word(
        String text,
        boolean rated,
        double valence,
        double degree,
        boolean negates,
        Role role,
        List<Phrase> idioms,
        List<Phrase> degreePhrases) {

    /** A word that no rule names. */
    static final Word UNKNOWN = new Word("", false, 0, 0, false, Role.NONE, List.of(), List.of());

    /** A contraction with "n't" that no list names, such as "musn't". */
    static final Word UNKNOWN_NEGATION = new Word("", false, 0, 0, true, Role.NONE, List.of(), List.of());

    boolean isUnknown() {
        return text.isEmpty();
    }

    boolean is(Role wanted) {
        return role == wanted;
    }

    boolean isDegreeWord() {
        return degree != 0;
    }

    /** Words with a rule of their own. */
    enum Role {
        NONE(""),
        NEVER("never"),
        SO_OR_THIS("so this"),
        WITHOUT("without"),
        DOUBT("doubt"),
        LEAST("least"),
        AT_OR_VERY("at very"),
        BUT("but"),
        NO("no"),
        OR_NOR("or nor"),
        KIND("kind"),
        OF("of");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        /** Of the words that have one. */
        static Map<String, Role> byWord() {
            Map<String, Role> roles = new HashMap<>();
            for (Role role : EnumSet.complementOf(EnumSet.of(NONE))) {
                WordList.of(role.words).forEach(word -> roles.put(word, role));
            }
            return roles;
        }
    }
}
