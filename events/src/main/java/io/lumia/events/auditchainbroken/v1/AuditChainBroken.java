package io.lumia.events.auditchainbroken.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An event: an entry of the audit log does not follow from the one before, so somebody changed, removed or rewrote it. Told
 * once a day and place, until a person has looked.
 *
 * @param sequence of the first entry that does not follow
 * @param fault    in which way: {@code missing}, {@code unlinked}, {@code changed}, {@code rewritten}, {@code forged_checkpoint}
 * @param detail   for the person who looks: what was expected and what is there
 */
@Serdeable
public record AuditChainBroken(UUID eventId, long sequence, String fault, String detail, Instant foundAt) {}
