/**
 * The World Bank's indicators: {@link io.lumia.market.provider.worldbank.WorldBankAdapter}, a reader for its JSON and its
 * XML, and the spelling of an indicator and a country in one symbol,
 * {@link io.lumia.market.provider.worldbank.IndicatorName}.
 */
@NullMarked
package io.lumia.market.provider.worldbank;

import org.jspecify.annotations.NullMarked;
