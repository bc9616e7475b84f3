package io.lumia.functions.graderecommendations;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tick.
 *
 * @param scheduledFor for people who read the message: what is due depends on the clock; null where a person asks
 */
@Serdeable
record GradeRequest(@Nullable Instant scheduledFor) {}
