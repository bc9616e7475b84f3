/** {@link io.lumia.events.rescorerequested.v1.RescoreRequested}: record, schema, samples. */
@NullMarked
package io.lumia.events.rescorerequested.v1;

import org.jspecify.annotations.NullMarked;
