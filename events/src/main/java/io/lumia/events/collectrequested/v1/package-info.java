/** {@link io.lumia.events.collectrequested.v1.CollectRequested}: record, schema, samples. */
@NullMarked
package io.lumia.events.collectrequested.v1;

import org.jspecify.annotations.NullMarked;
