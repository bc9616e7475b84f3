/** Tests of benchmark. */
@NullMarked
package io.lumia.functions.marketapi.benchmark;

import org.jspecify.annotations.NullMarked;
