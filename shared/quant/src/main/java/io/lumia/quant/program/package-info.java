/**
 * Linear programs, general ones: nothing here knows of portfolios. {@link io.lumia.quant.program.BoundedSimplex} solves a
 * {@link io.lumia.quant.program.LinearProgram}, and proves it where there is no solution.
 */
@NullMarked
package io.lumia.quant.program;

import org.jspecify.annotations.NullMarked;
