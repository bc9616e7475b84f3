package io.lumia.market;

import io.lumia.kernel.AssetId;

/**
 * An instrument in our books.
 *
 * @param key        the integer inside the database; never shown outside
 * @param id         the public identity
 * @param status     active or delisted
 * @param definition what is known about it; its symbol is the current one, or the last one of a delisted asset
 */
public record Asset(int key, AssetId id, AssetStatus status, AssetDefinition definition) {}
