/**
 * The function {@code collect}: a request in, the raw answer as an object and a reference to it out. It runs outside the
 * private network and sees no database.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.collect.CollectHandler}: the edge, one SQS batch at a time;
 *   <li>{@link io.lumia.functions.collect.CollectItem}: the use case;
 *   <li>{@link io.lumia.functions.collect.RawAnswerStore}: where raw answers are kept.
 * </ul>
 */
@NullMarked
package io.lumia.functions.collect;

import org.jspecify.annotations.NullMarked;
