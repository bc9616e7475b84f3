/**
 * The HTTP API of collection: {@link io.lumia.functions.collectionapi.CollectionApiHandler} is the edge,
 * {@code io.lumia.web} reads requests and writes answers and failures; {@code run}, {@code gap},
 * {@code collector}, {@code quarantine}, {@code job} and {@code alarm} are the resources, each a controller with its use case and views.
 */
@NullMarked
package io.lumia.functions.collectionapi;

import org.jspecify.annotations.NullMarked;
