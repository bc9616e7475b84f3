package io.lumia.signals.sentiment;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.Map;

/** The newest stored row of many assets at once. */
public interface NewestSentiment {

    /**
     * The newest row of each asset up to a day of its own, by {@link Asset#key()}.
     *
     * @param days how far before that day a row may lie; an asset without one is absent
     */
    Map<Integer, SentimentDay> newest(Map<Asset, LocalDate> upTo, int days);
}
