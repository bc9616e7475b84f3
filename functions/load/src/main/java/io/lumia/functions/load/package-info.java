/**
 * The function {@code load}: a reference to a raw answer in, facts in our books out. One message is one transaction.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.load.LoadHandler}: the edge, one SQS batch at a time;
 *   <li>{@link io.lumia.functions.load.LoadAnswer}: the use case, from the inbox to the end of the item;
 *   <li>{@code AnswerLoader}: one answer, by its dataset. {@code RawAnswers} fetches and verifies the object;
 *       {@code AssetLoader}, {@code BarLoader} and {@code FactLoader} check and merge; {@code RejectedRows} takes what was
 *       not believed; {@code ExpectedSessions} counts what should have come; {@code ChangedPrices} tells.
 * </ul>
 *
 * <p>The rules are in {@code io.lumia.market.check}, the merge in its {@code persistence}, what happens to runs and
 * items in {@code io.lumia.collection}.
 */
@NullMarked
package io.lumia.functions.load;

import org.jspecify.annotations.NullMarked;
