/**
 * How a run goes on: {@link io.lumia.collection.progress.RunProgress} starts it, asks for one stage after the other, ends
 * items, asks again for what got lost, and tells when it has finished. Planner and loader both move runs, so it is here.
 *
 * <p>Requests to the collector leave through the outbox, as events that a rule of the bus puts into the queue
 * {@code collect}: they are stored with the step that caused them, in one transaction, so that a crash neither loses nor
 * invents one.
 */
@NullMarked
package io.lumia.collection.progress;

import org.jspecify.annotations.NullMarked;
