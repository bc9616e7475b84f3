/** {@link io.lumia.events.sentimentscored.v1.SentimentScored}: record, schema, samples. */
@NullMarked
package io.lumia.events.sentimentscored.v1;

import org.jspecify.annotations.NullMarked;
