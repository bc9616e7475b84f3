package io.lumia.local.bench;

import java.time.LocalDate;

/** Fills a database with made-up stocks for {@link RecommendBench}. */
public interface SyntheticUniverse {

    /**
     * Stocks of ten sectors that share a market's moves, with two years of reports each; the first one is SPY, a fund. The same on
     * every run.
     *
     * @param assets   in all, SPY included
     * @param sessions of bars, up to {@code last}
     */
    void write(int assets, int sessions, LocalDate last);
}
