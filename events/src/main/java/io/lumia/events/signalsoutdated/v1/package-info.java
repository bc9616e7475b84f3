/** {@link io.lumia.events.signalsoutdated.v1.SignalsOutdated}: record, schema, samples. */
@NullMarked
package io.lumia.events.signalsoutdated.v1;

import org.jspecify.annotations.NullMarked;
