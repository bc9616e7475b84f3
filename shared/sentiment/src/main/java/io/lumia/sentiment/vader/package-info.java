/**
 * VADER, the rule-based sentiment of Hutto and Gilbert (2014), "VADER: A Parsimonious Rule-based Model for Sentiment
 * Analysis of Social Media Text", ICWSM-14: how positive a short English text sounds, without any model to load.
 *
 * <p>{@link io.lumia.sentiment.vader.Vader} is the way in and {@link io.lumia.sentiment.vader.VaderScore} the answer.
 * On the way a text has its emoji spelled out ({@code EmojiDescriptions}), is cut into tokens ({@code Tokenizer}) and
 * becomes a {@code Sentence} of {@code Word}s that a {@code Vocabulary} knows. {@code WordInContext} rates each word by
 * what surrounds it, {@code ContrastiveBut} shifts weight behind a "but", {@code Tally} adds up with the
 * {@code Emphasis} of punctuation.
 *
 * <p>Scores are those of the authors' Python package vaderSentiment 3.3.2, digit for digit. Where that program does
 * something that the paper doesn't say, the comment says "as the original does": such rules may look odd, but the
 * published accuracies were measured with them.
 *
 * <p>The lexicons are resources of this package, with their licence in {@code NOTICE.txt} beside them.
 */
@NullMarked
package io.lumia.sentiment.vader;

import org.jspecify.annotations.NullMarked;
