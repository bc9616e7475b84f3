/**
 * The United States Treasury's daily par yield curve: {@link io.lumia.market.provider.ustreasury.UsTreasuryAdapter}, a
 * reader for the XML feed and one for the CSV, and the {@link io.lumia.market.provider.ustreasury.Tenor}s between the
 * Treasury's names and ours. Values are percent a year, bond-equivalent.
 */
@NullMarked
package io.lumia.market.provider.ustreasury;

import org.jspecify.annotations.NullMarked;
