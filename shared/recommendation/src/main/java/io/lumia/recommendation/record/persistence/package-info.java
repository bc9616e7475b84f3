/** {@link io.lumia.recommendation.record.RecommendationBook} in schema {@code recommendation}. */
@NullMarked
package io.lumia.recommendation.record.persistence;

import org.jspecify.annotations.NullMarked;
