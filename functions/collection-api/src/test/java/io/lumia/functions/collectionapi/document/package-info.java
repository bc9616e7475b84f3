/** Tests of the description. */
@NullMarked
package io.lumia.functions.collectionapi.document;

import org.jspecify.annotations.NullMarked;
