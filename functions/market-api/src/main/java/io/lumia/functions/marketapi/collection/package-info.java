/**
 * What was collected and what is missing: run reports, and gap reports of bars and series, found by {@code io.lumia.market.gap}.
 */
@NullMarked
package io.lumia.functions.marketapi.collection;

import org.jspecify.annotations.NullMarked;
