package io.lumia.sentiment.calibration;

import io.lumia.sentiment.Polarity;

/** How the lexicon's opinion stands to the transformer's. */
public enum Agreement {
    /** The same polarity. */
    AGREES,
    /** One has an opinion, the other has none. */
    DIFFERS,
    /** One says positive, the other negative. */
    OPPOSES;

    public static Agreement between(Polarity transformer, Polarity lexicon) {
        if (transformer == lexicon) {
            return AGREES;
        }
        return transformer == Polarity.NEUTRAL || lexicon == Polarity.NEUTRAL ? DIFFERS : OPPOSES;
    }
}
