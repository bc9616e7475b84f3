/**
 * What was recommended, kept so that it can be shown, made again, judged and graded.
 *
 * <ul>
 *   <li>{@link io.lumia.recommendation.record.StoredRecommendation}: question, answer and all that the answer follows from;
 *   <li>{@link io.lumia.recommendation.record.RequestDocument}: a request in its one canonical form;
 *   <li>{@link io.lumia.recommendation.record.Feedback} and {@link io.lumia.recommendation.record.Grade}: what people and the market
 *       said of it;
 *   <li>{@link io.lumia.recommendation.record.RecommendationBook}: the port that keeps them.
 * </ul>
 *
 * <p>{@code json} writes answers as text and compares them, {@code persistence} is the book in PostgreSQL.
 */
@NullMarked
package io.lumia.recommendation.record;

import org.jspecify.annotations.NullMarked;
