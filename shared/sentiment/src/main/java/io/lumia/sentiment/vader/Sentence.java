package io.lumia.sentiment.vader;

import java.util.Arrays;
import java.util.OptionalInt;

/** The words of a text in their order. It may be of many sentences; the rules don't look at full stops. */
final class Sentence {

    private static final int USUAL_LENGTH = 32;

    private Word[] words = new Word[USUAL_LENGTH];
    private boolean[] capitals = new boolean[USUAL_LENGTH];
    private int size;
    private int inCapitals;

    void add(Word word, boolean allCapitals) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
            capitals = Arrays.copyOf(capitals, 2 * size);
        }
        words[size] = word;
        capitals[size] = allCapitals;
        size++;
        inCapitals += allCapitals ? 1 : 0;
    }

    int size() {
        return size;
    }

    Word word(int index) {
        return words[index];
    }

    /** In capitals while others are not: where all shout, nobody does. */
    boolean isShouted(int index) {
        return capitals[index] && inCapitals < size;
    }

    OptionalInt findFirst(Word.Role role) {
        for (int i = 0; i < size; i++) {
            if (words[i].is(role)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
