/** Tests of fundamental. */
@NullMarked
package io.lumia.functions.marketapi.fundamental;

import org.jspecify.annotations.NullMarked;
