/**
 * How positive a text is, for whom, and how sure that is.
 *
 * <p>A {@link io.lumia.sentiment.SentimentModel} reads texts and gives {@link io.lumia.sentiment.Probabilities}. The
 * scorer in {@code ensemble} calibrates them for the {@link io.lumia.sentiment.TextKind} and answers with a {@link
 * io.lumia.sentiment.Scoring}: a {@link io.lumia.sentiment.Sentiment}, or why there is none. A score is p(positive) −
 * p(negative), from −1 to 1; probabilities and confidences are fractions.
 *
 * <p>The model itself is in {@code transformer}, the word list in {@code vader}, what makes a probability honest in
 * {@code calibration}, the clause around a company in {@code entity}, and what is measured of all of it in {@code
 * benchmark}; the figures are in docs/sentiment.md. Collecting and linking articles is not here but in {@code news}.
 */
@NullMarked
package io.lumia.sentiment;

import org.jspecify.annotations.NullMarked;
