/** Tests of the main package of the same name. */
@NullMarked
package io.lumia.quant.optimise;

import org.jspecify.annotations.NullMarked;
