package io.lumia.events.articlesloaded.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event: these articles are new in our books, or are now known to be about further assets.
 *
 * @param eventId  same for every delivery of this event
 * @param articles 1 to 500
 * @param loadedAt when our books took them in
 */
@Serdeable
public record ArticlesLoaded(UUID eventId, List<UUID> articles, Instant loadedAt) {}
