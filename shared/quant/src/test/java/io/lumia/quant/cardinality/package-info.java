/** Tests of the main package of the same name; {@code AllPortfolios} is the slow truth that they hold it to. */
@NullMarked
package io.lumia.quant.cardinality;

import org.jspecify.annotations.NullMarked;
