/** Tests of price. */
@NullMarked
package io.lumia.functions.marketapi.price;

import org.jspecify.annotations.NullMarked;
