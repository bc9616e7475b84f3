/** How assets were written about: {@code SentimentController} shows it, {@code ReadSentiment} reads or computes it. */
@NullMarked
package io.lumia.functions.newsapi.sentiment;

import org.jspecify.annotations.NullMarked;
