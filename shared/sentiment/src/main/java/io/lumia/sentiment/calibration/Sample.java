package io.lumia.sentiment.calibration;

import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;

/** What model and lexicon said of a labelled text. */
record Sample(Probabilities raw, Polarity lexicon, Polarity label) {

    boolean correct() {
        return raw.top() == label;
    }

    Agreement agreement() {
        return Agreement.between(raw.top(), lexicon);
    }

    double confidence(Temperature temperature) {
        return temperature.apply(raw).topProbability();
    }

    double confidence(Temperature temperature, AgreementRule rule) {
        return rule.apply(confidence(temperature), agreement());
    }
}
