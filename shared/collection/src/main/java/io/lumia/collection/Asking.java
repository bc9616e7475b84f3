package io.lumia.collection;

import java.time.Instant;

/**
 * A request on its way to the collector.
 *
 * @param asOf    the clock of the run's planner: nothing later may be collected
 * @param attempt 1 for the first time
 */
public record Asking(Item item, Origin origin, Instant asOf, int attempt) {}
