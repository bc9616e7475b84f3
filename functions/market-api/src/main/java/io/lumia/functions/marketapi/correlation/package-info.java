/**
 * How assets move together. {@code PairCorrelation} is the calculation of one pair, {@code ReadCorrelations} reads the closes and
 * makes the matrix.
 */
@NullMarked
package io.lumia.functions.marketapi.correlation;

import org.jspecify.annotations.NullMarked;
