package io.lumia.sentiment.vader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adverbs of degree, which make the word after them stronger or weaker: "extremely good", "somewhat good". */
final class DegreeWords {

    /** Mean change of the human rating by such a word; Hutto and Gilbert (2014), section 3.2. */
    private static final double STEP = 0.293;

    private static final String STRONGER = """
            absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous
            enormously entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin
            frackin fracking fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly
            hugely incredible incredibly intensely major majorly more most particularly purely quite really remarkably
            so substantially thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly
            very
            """;

    private static final String WEAKER = """
            almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly
            scarce scarcely slight slightly somewhat sorta sortof sort-of
            """;

    /** Those of two words. */
    static final List<Phrase> PHRASES = Phrase.listOf(Map.of("just enough", -STEP, "kind of", -STEP, "sort of", -STEP));

    private DegreeWords() {}

    static Map<String, Double> changes() {
        Map<String, Double> changes = new HashMap<>();
        WordList.of(STRONGER).forEach(word -> changes.put(word, STEP));
        WordList.of(WEAKER).forEach(word -> changes.put(word, -STEP));
        return changes;
    }
}
