package io.lumia.signals.sentiment;

import io.lumia.market.Asset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where rows are kept. Both calls belong into one transaction. */
public interface SentimentStore {

    /** Whoever computes rows of the same asset at the same time waits here, and then reads texts that are at least as new. */
    void lock(Asset asset);

    /**
     * Makes these the rows of the asset from a date on. Rows that say the same already are not touched; those that are
     * not among them go.
     *
     * @param modelVersion whose scores they are made of
     * @return how many rows are new, other or gone
     */
    int replace(Asset asset, LocalDate from, List<SentimentDay> rows, String modelVersion, Instant computedAt);
}
