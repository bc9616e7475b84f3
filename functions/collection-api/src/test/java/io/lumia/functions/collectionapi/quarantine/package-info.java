/** Tests of rows that were set aside. */
@NullMarked
package io.lumia.functions.collectionapi.quarantine;

import org.jspecify.annotations.NullMarked;
