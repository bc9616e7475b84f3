package io.lumia.signals.sentiment;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored rows: what follows from the texts as our books hold them now. */
public interface SentimentHistory {

    /** The newest row not dated after {@code upTo}; empty where there is none. */
    Optional<SentimentDay> latest(Asset asset, LocalDate upTo);

    /** Rows from {@code from} to {@code to}, both included, oldest first, at most the first {@code limit}. */
    List<SentimentDay> history(Asset asset, LocalDate from, LocalDate to, int limit);
}
