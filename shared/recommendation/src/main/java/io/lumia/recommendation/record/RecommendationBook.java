package io.lumia.recommendation.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps recommendations and what was said of them. Somebody else's are not found; only grading looks at everybody's. */
public interface RecommendationBook {

    /** Of one recommendation. */
    int MAX_FEEDBACK = 200;

    /** A second time with the same id changes nothing. @return whether it is new */
    boolean add(StoredRecommendation recommendation);

    Optional<StoredRecommendation> find(UUID id, String actor);

    /**
     * Newest first.
     *
     * @param page from 1
     */
    Page list(String actor, int page, int perPage);

    /** @param totalItems of all pages */
    record Page(List<ListedRecommendation> recommendations, long totalItems) {
        public Page {
            recommendations = List.copyOf(recommendations);
        }
    }

    /**
     * A second time with the same id changes nothing.
     *
     * @return false where its actor has no such recommendation, or one with {@value #MAX_FEEDBACK} already
     */
    boolean add(Feedback feedback);

    /** Oldest first. */
    List<Feedback> feedback(UUID recommendationId, String actor);

    /**
     * Everybody's recommendations with a portfolio that have no grade after so many sessions, by id.
     *
     * @param sessions    after which
     * @param lastSession the latest session of a recommendation for which so many have closed
     * @param after       with greater ids only, so that what cannot be graded yet holds nobody up
     */
    List<StoredRecommendation> ungraded(int sessions, LocalDate lastSession, UUID after, int most);

    /** A second time changes nothing: the first grade stands. @return whether it is new */
    boolean add(Grade grade);

    /** By sessions. */
    List<Grade> grades(UUID recommendationId, String actor);

    /** Means of everybody's, by sessions, configuration and variant. */
    List<ScorecardLine> scorecard();
}
