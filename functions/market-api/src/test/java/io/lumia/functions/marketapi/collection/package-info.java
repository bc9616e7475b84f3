/** Tests of collection. */
@NullMarked
package io.lumia.functions.marketapi.collection;

import org.jspecify.annotations.NullMarked;
