/** What the scorer is worth on labelled texts, and how fast it is. */
@NullMarked
package io.lumia.sentiment.transformer.benchmark;

import org.jspecify.annotations.NullMarked;
