/** {@link io.lumia.events.collectionrunfinished.v1.CollectionRunFinished}: record, schema, samples. */
@NullMarked
package io.lumia.events.collectionrunfinished.v1;

import org.jspecify.annotations.NullMarked;
