/**
 * Reference rates of four central banks, each against its own currency:
 * {@link io.lumia.market.provider.centralbanks.CentralBanksAdapter} and a reader for each bank. A third opinion beside the
 * European Central Bank and Frankfurter, and the only one for the rouble.
 */
@NullMarked
package io.lumia.market.provider.centralbanks;

import org.jspecify.annotations.NullMarked;
