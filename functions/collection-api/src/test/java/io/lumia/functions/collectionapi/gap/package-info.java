/** Tests of gaps. */
@NullMarked
package io.lumia.functions.collectionapi.gap;

import org.jspecify.annotations.NullMarked;
