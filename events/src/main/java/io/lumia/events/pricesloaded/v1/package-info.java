/** {@link io.lumia.events.pricesloaded.v1.PricesLoaded}: record, schema, samples. */
@NullMarked
package io.lumia.events.pricesloaded.v1;

import org.jspecify.annotations.NullMarked;
