/**
 * Where facts come from: the port {@link io.lumia.market.provider.MarketDataProvider} that every source stands behind,
 * the typed {@link io.lumia.market.provider.ProviderAnswer}, and what a raw answer says once it is read
 * ({@link io.lumia.market.provider.ParsedAnswer}). {@link io.lumia.market.provider.Providers} finds them by name. One
 * sub-package per provider.
 */
@NullMarked
package io.lumia.market.provider;

import org.jspecify.annotations.NullMarked;
