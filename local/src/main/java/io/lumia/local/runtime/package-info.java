/**
 * The whole of Lumia in one process. {@link io.lumia.local.runtime.LocalRuntime} starts PostgreSQL, queues and bus,
 * then one application context with the beans of all functions ({@link io.lumia.local.runtime.FunctionHost}), configured
 * by the same properties as the Lambdas, and connects them as their {@code function.json} says: pollers in front of
 * queues, a scheduler, a gateway. {@link io.lumia.local.runtime.Installation} is the way in for commands: it reaches the
 * process that runs on a data folder, or starts what it needs itself.
 */
@NullMarked
package io.lumia.local.runtime;

import org.jspecify.annotations.NullMarked;
