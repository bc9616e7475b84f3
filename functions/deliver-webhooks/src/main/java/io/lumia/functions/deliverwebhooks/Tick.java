package io.lumia.functions.deliverwebhooks;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The schedule's input.
 *
 * @param scheduledFor for people who read the message: what is due depends on the clock; null where a person asks
 */
@Serdeable
record Tick(@Nullable Instant scheduledFor) {}
