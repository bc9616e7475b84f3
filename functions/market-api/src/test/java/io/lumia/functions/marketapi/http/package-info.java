/** Tests of http. */
@NullMarked
package io.lumia.functions.marketapi.http;

import org.jspecify.annotations.NullMarked;
