/**
 * Signals: {@code ReadSignals} takes stored ones, or computes them from the facts as known at an earlier instant.
 */
@NullMarked
package io.lumia.functions.marketapi.signal;

import org.jspecify.annotations.NullMarked;
