/**
 * What {@code lumia bench signals} runs: {@link io.lumia.signals.benchmark.SignalsBenchmark} fills an empty
 * database with {@code SyntheticMarket}, computes all signals and reads them, and tells by {@code CpuMeter} what that
 * cost both our process and PostgreSQL. Nothing in production uses it.
 */
@NullMarked
package io.lumia.signals.benchmark;

import org.jspecify.annotations.NullMarked;
