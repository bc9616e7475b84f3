package io.lumia.events.rescorerequested.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A message to the queue {@code score-sentiment}: score the articles behind a place that the model at work has not scored
 * yet, one batch; the function sends itself the next one.
 *
 * @param messageId same for every delivery of this message
 * @param after     place of the last article of the batch before; 0 to begin
 */
@Serdeable
public record RescoreRequested(UUID messageId, long after) {}
