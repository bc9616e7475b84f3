/** Tests of asset. */
@NullMarked
package io.lumia.functions.marketapi.asset;

import org.jspecify.annotations.NullMarked;
