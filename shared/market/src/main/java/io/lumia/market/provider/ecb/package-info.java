/**
 * The European Central Bank's euro reference rates: {@link io.lumia.market.provider.ecb.EcbAdapter} and a reader for each
 * of the forms in which the bank publishes them. All say how many units of a currency one euro buys, fixed about 14:15
 * Frankfurt time on days when TARGET is open.
 */
@NullMarked
package io.lumia.market.provider.ecb;

import org.jspecify.annotations.NullMarked;
