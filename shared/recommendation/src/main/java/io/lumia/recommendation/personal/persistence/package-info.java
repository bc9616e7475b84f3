/** {@link io.lumia.recommendation.personal.PersonalAdvice} in schema {@code recommendation}. */
@NullMarked
package io.lumia.recommendation.personal.persistence;

import org.jspecify.annotations.NullMarked;
