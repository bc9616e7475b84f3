/** {@link io.lumia.events.backtestrequested.v1.BacktestRequested}: record, schema, samples. */
@NullMarked
package io.lumia.events.backtestrequested.v1;

import org.jspecify.annotations.NullMarked;
