/**
 * EventBridge in this process: {@link io.lumia.local.bus.EmbeddedBus} answers {@code PutEvents} on a loopback port;
 * {@link io.lumia.local.bus.EventRoutes} finds, with AWS's own matcher, the queues whose pattern an event fits.
 */
@NullMarked
package io.lumia.local.bus;

import org.jspecify.annotations.NullMarked;
