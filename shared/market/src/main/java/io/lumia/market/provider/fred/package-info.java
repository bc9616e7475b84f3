/**
 * Federal Reserve Economic Data: {@link io.lumia.market.provider.fred.FredAdapter} asks without a key for the CSV behind a
 * graph, with one for the API; a reader for each form. Everything here is an observation in the series' own unit and
 * direction: DEXUSEU is dollars for a euro, DEXJPUS yen for a dollar.
 */
@NullMarked
package io.lumia.market.provider.fred;

import org.jspecify.annotations.NullMarked;
