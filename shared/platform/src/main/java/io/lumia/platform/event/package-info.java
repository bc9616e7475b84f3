/**
 * Announcing to the event bus. {@link io.lumia.platform.event.EventBus} puts events at once;
 * {@link io.lumia.platform.event.Outbox} stores them with the facts they are about and survives a crash.
 * {@link io.lumia.platform.event.EventEnvelope} is an event as a receiver's queue gets it.
 */
@NullMarked
package io.lumia.platform.event;

import org.jspecify.annotations.NullMarked;
