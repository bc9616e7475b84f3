package io.lumia.signals;

import io.lumia.quant.signal.SignalColumns;

/**
 * Rows of one asset on their way into the store.
 *
 * @param assetKey the integer inside the database
 * @param columns  shared scratch memory: valid only until the next asset is computed
 * @param from     position of the first row
 * @param until    position after the last row
 */
public record ComputedRows(int assetKey, SignalColumns columns, int from, int until) {}
