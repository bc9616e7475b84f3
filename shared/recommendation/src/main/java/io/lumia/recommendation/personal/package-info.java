/**
 * A person's right to what he asked for and said: {@link io.lumia.recommendation.personal.OwnedAdvice} joins the export and
 * deletion of accounts. {@code persistence} reads and erases it.
 */
@NullMarked
package io.lumia.recommendation.personal;

import org.jspecify.annotations.NullMarked;
