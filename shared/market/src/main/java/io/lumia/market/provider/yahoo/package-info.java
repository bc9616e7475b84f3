/**
 * Yahoo Finance's unofficial JSON: {@link io.lumia.market.provider.yahoo.YahooAdapter} declares it, asks and hands each
 * kind of answer to its reader; {@code YahooErrors} knows what it says instead of an answer. Only kinds that need no
 * crumb and cookie are asked for unattended; the others can be read.
 */
@NullMarked
package io.lumia.market.provider.yahoo;

import org.jspecify.annotations.NullMarked;
