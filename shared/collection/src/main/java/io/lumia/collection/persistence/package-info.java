/**
 * The tables of collection, package-private behind the ports of {@code io.lumia.collection}, and behind
 * {@code io.lumia.market.provider.web.CallGate}, whose decisions are two functions in SQL.
 */
@NullMarked
package io.lumia.collection.persistence;

import org.jspecify.annotations.NullMarked;
