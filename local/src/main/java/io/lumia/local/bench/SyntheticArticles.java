package io.lumia.local.bench;

/** Fills a database with made-up articles for {@link SearchBench}. */
public interface SyntheticArticles {

    /** Titles of nine words and bodies of sixty, common words often and rare ones rarely, as in a language; all scored. */
    void write(int count);
}
