/** {@link io.lumia.events.collectionalarmraised.v1.CollectionAlarmRaised}: record, schema, samples. */
@NullMarked
package io.lumia.events.collectionalarmraised.v1;

import org.jspecify.annotations.NullMarked;
