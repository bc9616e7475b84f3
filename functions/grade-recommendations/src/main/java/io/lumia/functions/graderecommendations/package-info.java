/**
 * The function {@code grade-recommendations}: the clock in, grades out.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.graderecommendations.GradeRecommendationsHandler}: the edge;
 *   <li>{@link io.lumia.functions.graderecommendations.GradeRecommendations}: the use case, in bounded batches;
 *   <li>{@code Grading}: one recommendation; {@code HeldReturn}: one asset.
 * </ul>
 */
@NullMarked
package io.lumia.functions.graderecommendations;

import org.jspecify.annotations.NullMarked;
