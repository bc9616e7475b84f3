/**
 * From weights to whole shares that a capital can buy.
 *
 * <ul>
 *   <li>{@link io.lumia.quant.allocation.ShareTarget}: weights, prices and capital, checked once;
 *   <li>{@link io.lumia.quant.allocation.GreedyAllocation}: quick, good with much capital;
 *   <li>{@link io.lumia.quant.allocation.ExactAllocation}: the smallest gap there is, with a proof or the word that there is none;
 *   <li>{@link io.lumia.quant.allocation.WholeShares}: the answer, with cash left over and gap.
 * </ul>
 *
 * <p>Long only, without fees. Amounts are doubles: an order is to be checked against exact money where it is placed.
 */
@NullMarked
package io.lumia.quant.allocation;

import org.jspecify.annotations.NullMarked;
