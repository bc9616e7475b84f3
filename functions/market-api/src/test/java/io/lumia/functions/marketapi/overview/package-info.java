/** Tests of overview. */
@NullMarked
package io.lumia.functions.marketapi.overview;

import org.jspecify.annotations.NullMarked;
