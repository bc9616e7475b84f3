package io.lumia.sentiment.vader;

import java.util.Set;

/** Words that turn round what follows, and any word with "n't" in it. */
final class Negations {

    private static final Set<String> WORDS = Set.copyOf(WordList.of("""
                            aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt
                            mustnt neednt oughtnt shant shouldnt wasnt werent wont wouldnt
                            neither never none nope nor not nothing nowhere uhuh uh-uh without rarely seldom despite
                            """));

    private Negations() {}

    static Set<String> words() {
        return WORDS;
    }

    /** @param lowerCase a word in lower case */
    static boolean contains(String lowerCase) {
        return WORDS.contains(lowerCase) || lowerCase.contains("n't");
    }
}
