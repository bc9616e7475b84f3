package io.lumia.sentiment.vader;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All words that a rule or the lexicon names, in a hash table of our own: a token is looked up where it stands in the
 * text, without making a string of it or lowering its case. That is most of VADER's work.
 */
final class Vocabulary {

    /** A power of two, at most an eighth filled by the 7,600 words: most unknown words meet an empty slot at once. */
    private static final int SLOTS = 1 << 16;

    private static final int FIRST_NON_ASCII = 0x80;

    private final Word[] slots = new Word[SLOTS];

    private Vocabulary() {
        Arrays.fill(slots, Word.UNKNOWN);
    }

    /** @param valences of the lexicon's words; those with capitals never match, since texts are compared in lower case */
    static Vocabulary of(Map<String, Double> valences) {
        Map<String, Double> degrees = DegreeWords.changes();
        Map<String, Word.Role> roles = Word.Role.byWord();
        Set<String> texts = new HashSet<>(valences.keySet());
        texts.addAll(degrees.keySet());
        texts.addAll(Negations.words());
        texts.addAll(roles.keySet());
        Stream.of(Idioms.PHRASES, DegreeWords.PHRASES)
                .flatMap(List::stream)
                .map(Phrase::words)
                .forEach(texts::addAll);
        if (texts.size() > SLOTS / 2) {
            throw new IllegalArgumentException(texts.size() + " words; allowed: at most " + SLOTS / 2);
        }
        Vocabulary vocabulary = new Vocabulary();
        texts.forEach(text -> vocabulary.add(new Word(
                text,
                valences.containsKey(text),
                valences.getOrDefault(text, 0.0),
                degrees.getOrDefault(text, 0.0),
                Negations.contains(text),
                roles.getOrDefault(text, Word.Role.NONE),
                beginningWith(text, Idioms.PHRASES),
                beginningWith(text, DegreeWords.PHRASES))));
        return vocabulary;
    }

    private static List<Phrase> beginningWith(String word, List<Phrase> phrases) {
        return phrases.stream().filter(phrase -> phrase.beginsWith(word)).toList();
    }

    private void add(Word word) {
        int slot = slotOf(word.text().hashCode());
        while (!slots[slot].isUnknown()) {
            slot = next(slot);
        }
        slots[slot] = word;
    }

    /** The word at {@code from} to before {@code to}, whatever its case. */
    Word find(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char letter = text[i];
            if (letter >= FIRST_NON_ASCII) {
                return findForeign(new String(text, from, to - from));
            }
            hash = 31 * hash + lower(letter);
        }
        return find(hash, text, from, to);
    }

    /** Lower case of other letters may be several or depend on their neighbours; rare enough to leave it to Java. */
    private Word findForeign(String token) {
        char[] lowerCase = token.toLowerCase(Locale.ROOT).toCharArray();
        return find(String.valueOf(lowerCase).hashCode(), lowerCase, 0, lowerCase.length);
    }

    /** @param hash {@link String#hashCode} of the word in lower case */
    private Word find(int hash, char[] text, int from, int to) {
        for (int slot = slotOf(hash); !slots[slot].isUnknown(); slot = next(slot)) {
            if (matches(slots[slot].text(), text, from, to)) {
                return slots[slot];
            }
        }
        return hasContractedNot(text, from, to) ? Word.UNKNOWN_NEGATION : Word.UNKNOWN;
    }

    private static boolean matches(String lowerCase, char[] text, int from, int to) {
        if (lowerCase.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (lowerCase.charAt(i - from) != lower(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Anywhere in the word: "don't've" negates too. */
    private static boolean hasContractedNot(char[] text, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text[i] == '\'' && lower(text[i - 1]) == 'n' && lower(text[i + 1]) == 't') {
                return true;
            }
        }
        return false;
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    /** Spreads the hash by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static int slotOf(int hash) {
        return (hash * 0x9E3779B9) >>> 16;
    }

    private static int next(int slot) {
        return (slot + 1) & (SLOTS - 1);
    }
}
