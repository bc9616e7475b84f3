/**
 * Sentiment per company: "Apple soars while Samsung slumps" is good for one and bad for the other.
 *
 * <p>{@link io.lumia.sentiment.entity.ClauseSplitter} finds the clause around a {@link
 * io.lumia.sentiment.entity.Mention}; {@link io.lumia.sentiment.entity.EntityScorer} weighs what the clause says against
 * what the whole text says. Who is mentioned where is the linker's business, in {@code news}.
 */
@NullMarked
package io.lumia.sentiment.entity;

import org.jspecify.annotations.NullMarked;
