/**
 * What {@code lumia bench vader} runs: {@link io.lumia.sentiment.benchmark.VaderBenchmark} tells how many texts a
 * core scores by VADER in a second. Nothing in production uses it.
 */
@NullMarked
package io.lumia.sentiment.benchmark;

import org.jspecify.annotations.NullMarked;
