/** Tests of collectors. */
@NullMarked
package io.lumia.functions.collectionapi.collector;

import org.jspecify.annotations.NullMarked;
