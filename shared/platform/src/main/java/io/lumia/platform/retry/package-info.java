/**
 * Trying again with an end: {@link io.lumia.platform.retry.Backoff} waits longer each time and stops at a named number of
 * attempts; {@link io.lumia.platform.retry.Batches} cuts a list into calls that a service takes.
 */
@NullMarked
package io.lumia.platform.retry;

import org.jspecify.annotations.NullMarked;
