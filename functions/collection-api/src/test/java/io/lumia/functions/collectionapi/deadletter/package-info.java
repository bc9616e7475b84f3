/** Tests of deadletter. */
@NullMarked
package io.lumia.functions.collectionapi.deadletter;

import org.jspecify.annotations.NullMarked;
