/**
 * The function {@code score-sentiment}: {@code ScoreSentimentHandler} is the edge, {@code ScoreSentiment} the use case; what a text is
 * worth is decided in {@code io.lumia.sentiment}.
 */
@NullMarked
package io.lumia.functions.scoresentiment;

import org.jspecify.annotations.NullMarked;
