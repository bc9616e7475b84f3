package io.lumia.functions.scoresentiment;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.ModelInfo;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.SentimentModel;
import java.util.List;

/** Takes every text for good news, or fails while it is said to be broken. */
final class FakeModel implements SentimentModel {

    private boolean broken;
    private int read;

    void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    int textsRead() {
        return read;
    }

    @Override
    public List<ModelReading> read(List<String> texts) {
        if (broken) {
            throw new AppException(ErrorCode.INTERNAL, "the model is broken");
        }
        read += texts.size();
        return texts.stream()
                .map(text -> new ModelReading(new Probabilities(0.05, 0.15, 0.8), 10, false))
                .toList();
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo(
                "fin-sentiment", "1.0", "none", List.of(Polarity.NEGATIVE, Polarity.NEUTRAL, Polarity.POSITIVE), 64);
    }
}
