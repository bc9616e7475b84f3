/** Tests of correlation. */
@NullMarked
package io.lumia.functions.marketapi.correlation;

import org.jspecify.annotations.NullMarked;
