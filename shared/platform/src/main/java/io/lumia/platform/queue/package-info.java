/**
 * Sending to queues ({@link io.lumia.platform.queue.MessageSender}, over SQS), waking who is behind one
 * ({@link io.lumia.platform.queue.NudgeSender}), and answering a delivered batch with
 * partial failures ({@link io.lumia.platform.queue.SqsBatch}). {@link io.lumia.platform.queue.QueueUrls} knows where each
 * queue is. That a message delivered twice takes effect once is the business of
 * {@link io.lumia.platform.database.Inbox}.
 */
@NullMarked
package io.lumia.platform.queue;

import org.jspecify.annotations.NullMarked;
