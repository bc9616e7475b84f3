/**
 * Which assets can be recommended: {@link io.lumia.recommendation.universe.UniverseFilter} counts every other one under the first
 * {@link io.lumia.recommendation.universe.ExclusionReason} that holds.
 */
@NullMarked
package io.lumia.recommendation.universe;

import org.jspecify.annotations.NullMarked;
