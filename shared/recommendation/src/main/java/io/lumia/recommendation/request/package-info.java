/**
 * The question: what to hold for this capital, risk and horizon.
 *
 * <ul>
 *   <li>{@link io.lumia.recommendation.request.RequestDraft}: as somebody wrote it;
 *   <li>{@link io.lumia.recommendation.request.RequestCheck}: names everything that is wrong with it at once;
 *   <li>{@link io.lumia.recommendation.request.RecommendationRequest}: what the engine takes.
 * </ul>
 */
@NullMarked
package io.lumia.recommendation.request;

import org.jspecify.annotations.NullMarked;
