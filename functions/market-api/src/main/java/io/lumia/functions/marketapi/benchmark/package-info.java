/**
 * {@link io.lumia.functions.marketapi.benchmark.ReadBenchmark}: how fast reads are.
 */
@NullMarked
package io.lumia.functions.marketapi.benchmark;

import org.jspecify.annotations.NullMarked;
