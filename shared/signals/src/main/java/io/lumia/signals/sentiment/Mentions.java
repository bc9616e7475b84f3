package io.lumia.signals.sentiment;

import io.lumia.market.Asset;
import java.time.Instant;
import java.util.List;

/** The scored texts about an asset, by the model whose scores count now. */
public interface Mentions {

    /** More texts about one asset in a stretch of time than this are an error, not an opinion. */
    int MAX_MENTIONS = 1_000_000;

    /**
     * Those that can be used from {@code after} (excluded) to {@code upTo} (included), by that instant, then by id.
     *
     * @param knownAt only what had been collected, and was known to be about the asset, by then
     */
    List<Mention> of(Asset asset, Instant after, Instant upTo, Instant knownAt);

    /** The version of the model whose scores count now; empty where nothing was scored yet. */
    String modelVersion();
}
