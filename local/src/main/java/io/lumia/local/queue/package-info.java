/**
 * SQS in this process: {@link io.lumia.local.queue.EmbeddedQueues} serves the protocol on a loopback port;
 * {@link io.lumia.local.queue.QueueClient} speaks it, to our own server or another process';
 * {@link io.lumia.local.queue.QueuePoller} does what a Lambda event-source mapping does;
 * {@link io.lumia.local.queue.DeadLetters} lists, keeps and replays what nobody could handle.
 */
@NullMarked
package io.lumia.local.queue;

import org.jspecify.annotations.NullMarked;
