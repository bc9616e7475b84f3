/** Tests of the main package of the same name. */
@NullMarked
package io.lumia.quant.risk;

import org.jspecify.annotations.NullMarked;
