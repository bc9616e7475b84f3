/** Tests of the API through its real handler, on a real PostgreSQL: {@link io.lumia.functions.marketapi.ApiUnderTest}. */
@NullMarked
package io.lumia.functions.marketapi;

import org.jspecify.annotations.NullMarked;
