/**
 * Answers and requests as text. {@link io.lumia.recommendation.record.json.RecommendationJson} is the way in and out;
 * {@link io.lumia.recommendation.record.json.JsonDifferences} says where two texts differ. {@code AdviceImports} names the records that
 * are written, so that nothing is looked up by reflection.
 */
@NullMarked
package io.lumia.recommendation.record.json;

import org.jspecify.annotations.NullMarked;
