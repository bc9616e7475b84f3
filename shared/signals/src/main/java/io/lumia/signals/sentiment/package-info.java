/**
 * Opinions derived from scored texts: how an asset was written about, session by session.
 *
 * <ul>
 *   <li>{@link io.lumia.signals.sentiment.Mentions} are the scored texts about an asset, as known at an instant,
 *       {@link io.lumia.signals.sentiment.MentionsOfMany} those about all assets;
 *   <li>{@link io.lumia.signals.sentiment.SentimentSeries} makes a row of each session from them: pure arithmetic;
 *   <li>{@link io.lumia.signals.sentiment.SentimentUpdate} keeps the stored rows equal to what follows from the texts now;
 *   <li>{@link io.lumia.signals.sentiment.SentimentHistory} reads the stored ones, {@link io.lumia.signals.sentiment.SentimentAsOf}
 *       computes those of an earlier instant.
 * </ul>
 *
 * <p>A session without a text has no row. That is not neutral: nothing was measured.
 */
@NullMarked
package io.lumia.signals.sentiment;

import org.jspecify.annotations.NullMarked;
