/** Tests of document. */
@NullMarked
package io.lumia.functions.marketapi.document;

import org.jspecify.annotations.NullMarked;
