package io.lumia.sentiment;

import java.util.List;

/** Reads texts. Safe for several threads. */
public interface SentimentModel {

    /** One reading for each text, in the order of the texts. An empty text is read as well: what to do with it is the caller's. */
    List<ModelReading> read(List<String> texts);

    ModelInfo info();

    /** The probabilities of {@link #read} alone. */
    default List<Probabilities> score(List<String> texts) {
        return read(texts).stream().map(ModelReading::probabilities).toList();
    }
}
