/**
 * What an asset is worth knowing for, as a number from 0 to 1.
 *
 * <p>Each {@link io.lumia.recommendation.score.Feature} ranks the assets of the universe against each other; an asset's percentile
 * comes in part from the rank inside its sector. The weighted percentiles are the
 * {@link io.lumia.recommendation.score.Contribution contributions}; they sum to the overall score to the last bit that addition
 * in their order gives. What is not known about an asset has no percentile: the others' weights grow in its stead, and the
 * {@link io.lumia.recommendation.score.AssetScore#confidence() confidence} falls.
 */
@NullMarked
package io.lumia.recommendation.score;

import org.jspecify.annotations.NullMarked;
