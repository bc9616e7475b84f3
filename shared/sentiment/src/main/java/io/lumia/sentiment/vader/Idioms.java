package io.lumia.sentiment.vader;

import java.util.List;
import java.util.Map;

/** Phrases whose valence isn't that of their words: "kiss of death" is nothing tender. */
final class Idioms {

    static final List<Phrase> PHRASES = Phrase.listOf(Map.of(
            "the shit", 3.0,
            "the bomb", 3.0,
            "bad ass", 1.5,
            "bus stop", 0.0,
            "yeah right", -2.0,
            "beating heart", 3.1,
            "broken heart", -2.9,
            "kiss of death", -1.5,
            "to die for", 3.0));

    private Idioms() {}
}
