package io.lumia.signals.sentiment;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.List;

/** The stored rows: what follows from the texts as our books hold them now. */
public interface SentimentHistory {

    /** Rows from {@code from} to {@code to}, both included, oldest first, at most the first {@code limit}. */
    List<SentimentDay> history(Asset asset, LocalDate from, LocalDate to, int limit);
}
