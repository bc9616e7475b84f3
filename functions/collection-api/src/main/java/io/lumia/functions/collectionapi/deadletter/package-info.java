/**
 * Messages that no function could handle: {@code DeadLetterBox} is what is asked of the queues, {@code SqsDeadLetters} how.
 */
@NullMarked
package io.lumia.functions.collectionapi.deadletter;

import org.jspecify.annotations.NullMarked;
