/** Tests of signal. */
@NullMarked
package io.lumia.functions.marketapi.signal;

import org.jspecify.annotations.NullMarked;
