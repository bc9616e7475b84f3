package io.lumia.recommendation.personal;

import java.util.List;

/** What one actor asked for and said, as JSON documents, oldest first. */
public interface PersonalAdvice {

    /** Most of each kind that an export takes; one more fails it, since a part would pass for the whole. */
    int MAX_DOCUMENTS = 10_000;

    /** Questions and answers, with their grades. */
    List<String> recommendations(String actor);

    /** What he said of them. */
    List<String> feedback(String actor);

    /** Questions and reports. */
    List<String> backtests(String actor);

    /**
     * Removes all of it, but for recommendations of a portfolio: by them the engine is judged, so they stay as nobody's.
     * Inside the caller's transaction.
     */
    void erase(String actor);
}
