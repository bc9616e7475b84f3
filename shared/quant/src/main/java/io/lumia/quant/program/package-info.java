/**
 * Linear and quadratic programs, general ones: nothing here knows of portfolios. {@link io.lumia.quant.program.BoundedSimplex}
 * solves a {@link io.lumia.quant.program.LinearProgram}, and proves it where there is no solution;
 * {@link io.lumia.quant.program.ActiveSet} solves a {@link io.lumia.quant.program.QuadraticProgram} from a vertex that the
 * simplex method found, and one after another where only the linear term changes.
 *
 * <p>Both are for many variables and few rows. Same input, same bits: ties go to the lowest index and no order depends on
 * threads.
 */
@NullMarked
package io.lumia.quant.program;

import org.jspecify.annotations.NullMarked;
