/** {@link io.lumia.events.answercollected.v1.AnswerCollected}: record, schema, samples. */
@NullMarked
package io.lumia.events.answercollected.v1;

import org.jspecify.annotations.NullMarked;
