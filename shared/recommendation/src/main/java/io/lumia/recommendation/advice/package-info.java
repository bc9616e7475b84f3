/**
 * The answer: {@link io.lumia.recommendation.advice.Recommended} or {@link io.lumia.recommendation.advice.Withheld}. Every number in
 * it was computed; words are made of numbers by templates.
 */
@NullMarked
package io.lumia.recommendation.advice;

import org.jspecify.annotations.NullMarked;
