/** {@link io.lumia.events.recomputerequested.v1.RecomputeRequested}: record, schema, samples. */
@NullMarked
package io.lumia.events.recomputerequested.v1;

import org.jspecify.annotations.NullMarked;
