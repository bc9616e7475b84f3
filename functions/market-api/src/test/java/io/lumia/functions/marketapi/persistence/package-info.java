/** Tests of persistence. */
@NullMarked
package io.lumia.functions.marketapi.persistence;

import org.jspecify.annotations.NullMarked;
