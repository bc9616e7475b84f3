/** Weights of portfolios within limits, none of which is ever relaxed. */
@NullMarked
package io.lumia.quant.optimise;

import org.jspecify.annotations.NullMarked;
