/** Tests of the collection API. */
@NullMarked
package io.lumia.functions.collectionapi;

import org.jspecify.annotations.NullMarked;
