/** Tests of observation. */
@NullMarked
package io.lumia.functions.marketapi.observation;

import org.jspecify.annotations.NullMarked;
