/**
 * Recommendations: {@link io.lumia.recommendation.RecommendationEngine} makes an {@code advice} of a {@code request}, a
 * {@code snapshot} and a {@code configuration}.
 *
 * <pre>
 *   snapshot ─► universe ─► score ─► portfolio ─► explanation ─► advice
 * </pre>
 */
@NullMarked
package io.lumia.recommendation;

import org.jspecify.annotations.NullMarked;
