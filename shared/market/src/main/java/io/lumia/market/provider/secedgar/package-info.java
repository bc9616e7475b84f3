/**
 * The SEC's EDGAR: who files ({@code company_tickers}), what was filed when ({@code submissions}, {@code getcurrent},
 * {@code index}) and the numbers in it ({@code companyfacts}). {@link io.lumia.market.provider.secedgar.SecEdgarAdapter}
 * asks and recognises refusals; one reader per kind of answer. Public domain, no key, but a contact in the User-Agent.
 */
@NullMarked
package io.lumia.market.provider.secedgar;

import org.jspecify.annotations.NullMarked;
