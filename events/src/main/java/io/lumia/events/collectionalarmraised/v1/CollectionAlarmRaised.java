package io.lumia.events.collectionalarmraised.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An event: something about collection should be looked at. Told once, when an alarm opens; it disables nothing.
 *
 * @param subject {@code job:<name>} or {@code provider:<name>}
 * @param kind    such as {@code repeated_failure}
 * @param detail  for the person who looks
 */
@Serdeable
public record CollectionAlarmRaised(UUID eventId, String subject, String kind, String detail, Instant raisedAt) {}
