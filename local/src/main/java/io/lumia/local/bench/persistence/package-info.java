/** Synthetic rows of the benchmarks, written by the server itself. */
@NullMarked
package io.lumia.local.bench.persistence;

import org.jspecify.annotations.NullMarked;
