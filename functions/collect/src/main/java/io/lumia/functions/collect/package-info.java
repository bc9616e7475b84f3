/**
 * The function {@code collect}: a request in, the raw answer as an object and a reference to it out. It sees the database
 * for what all collectors share: claims of items, quotas and breakers of providers, the ledger of calls.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.collect.CollectHandler}: the edge, one SQS batch at a time;
 *   <li>{@link io.lumia.functions.collect.CollectItem}: the use case;
 *   <li>{@link io.lumia.functions.collect.AskProviders}: one provider after the other, within the item's time;
 *   <li>{@link io.lumia.functions.collect.FallbackRule}: when the next one is asked, and who speaks for all;
 *   <li>{@link io.lumia.functions.collect.Answers}: the messages to the loader;
 *   <li>{@link io.lumia.functions.collect.RawAnswerStore}: where raw answers are kept.
 * </ul>
 */
@NullMarked
package io.lumia.functions.collect;

import org.jspecify.annotations.NullMarked;
