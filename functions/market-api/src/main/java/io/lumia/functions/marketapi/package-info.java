/**
 * The HTTP API of what Lumia knows of markets. {@link io.lumia.functions.marketapi.MarketApiHandler} is the edge;
 * {@code io.lumia.web} reads requests and writes answers and failures; {@code asset}, {@code price}, {@code signal},
 * {@code observation} and {@code health} are the resources, each a controller with its use case and views; {@code document} serves the API's own description; {@code benchmark} measures it.
 */
@NullMarked
package io.lumia.functions.marketapi;

import org.jspecify.annotations.NullMarked;
