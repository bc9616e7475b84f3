package io.lumia.functions.sentimentapi;

import io.lumia.sentiment.ModelInfo;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.SentimentModel;
import java.util.List;

/** Reads "soar" and "slump" and nothing else. */
final class SteadyModel implements SentimentModel {

    @Override
    public List<ModelReading> read(List<String> texts) {
        return texts.stream()
                .map(text -> new ModelReading(probabilities(text), text.split(" ").length + 2, false))
                .toList();
    }

    private static Probabilities probabilities(String text) {
        boolean soars = text.contains("soar");
        boolean slumps = text.contains("slump");
        if (soars == slumps) {
            return new Probabilities(0.25, 0.5, 0.25);
        }
        return soars ? new Probabilities(0.0625, 0.1875, 0.75) : new Probabilities(0.75, 0.1875, 0.0625);
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo(
                "fin-sentiment", "1.0", "none", List.of(Polarity.NEGATIVE, Polarity.NEUTRAL, Polarity.POSITIVE), 64);
    }
}
