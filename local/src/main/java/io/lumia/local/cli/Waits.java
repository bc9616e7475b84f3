package io.lumia.local.cli;

import java.time.Duration;

/** How long commands wait for the pipeline before they say that something is wrong. */
final class Waits {

    /** Millions of rows on a slow disk. */
    static final Duration LOAD = Duration.ofMinutes(30);

    /** Providers have quotas, and ask us to wait. */
    static final Duration BACKFILL = Duration.ofHours(12);

    private Waits() {}
}
