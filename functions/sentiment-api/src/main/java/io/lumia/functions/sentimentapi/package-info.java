/**
 * The HTTP API of scoring: {@link io.lumia.functions.sentimentapi.SentimentApiHandler} is the edge, {@code ScoreController} takes
 * texts and keeps none.
 */
@NullMarked
package io.lumia.functions.sentimentapi;

import org.jspecify.annotations.NullMarked;
