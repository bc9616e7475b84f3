/**
 * The scorer that everyone calls: the transformer's probabilities, calibrated for the kind of source, with a confidence
 * in which VADER has a say for social posts, and VADER alone where the transformer cannot answer.
 *
 * <p>{@link io.lumia.sentiment.ensemble.SentimentScorer} takes {@link io.lumia.sentiment.ensemble.ScoreRequest}s; {@code
 * SentimentScorers} of {@code shared/transformer} builds one of what ships or of a configured model.
 */
@NullMarked
package io.lumia.sentiment.ensemble;

import org.jspecify.annotations.NullMarked;
