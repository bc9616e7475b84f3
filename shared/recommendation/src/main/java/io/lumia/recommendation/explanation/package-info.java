/**
 * Why, and what could go wrong: {@link io.lumia.recommendation.explanation.Explainer} makes the answer of a plan. No number in it is
 * phrased without having been computed.
 */
@NullMarked
package io.lumia.recommendation.explanation;

import org.jspecify.annotations.NullMarked;
