/** {@link io.lumia.events.signalscomputed.v1.SignalsComputed}: record, schema, samples. */
@NullMarked
package io.lumia.events.signalscomputed.v1;

import org.jspecify.annotations.NullMarked;
