/**
 * Assets: {@code AssetController}, the search, and the latest price of an asset.
 */
@NullMarked
package io.lumia.functions.marketapi.asset;

import org.jspecify.annotations.NullMarked;
