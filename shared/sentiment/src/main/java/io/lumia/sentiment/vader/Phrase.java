package io.lumia.sentiment.vader;

import java.util.List;
import java.util.Map;

/**
 * Two or three words that mean something together.
 *
 * @param words in lower case
 * @param value of the whole
 */
record Phrase(List<String> words, double value) {

    Phrase {
        words = List.copyOf(words);
    }

    static List<Phrase> listOf(Map<String, Double> valueOfPhrase) {
        return valueOfPhrase.entrySet().stream()
                .map(entry -> new Phrase(List.of(entry.getKey().split(" ", -1)), entry.getValue()))
                .toList();
    }

    boolean beginsWith(String word) {
        return words.getFirst().equals(word);
    }

    /** Are these the sentence's words from that one on, to exactly that many? */
    boolean stands(Sentence sentence, int start, int length) {
        if (words.size() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!words.get(i).equals(sentence.word(start + i).text())) {
                return false;
            }
        }
        return true;
    }
}
