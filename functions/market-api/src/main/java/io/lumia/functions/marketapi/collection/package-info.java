/**
 * What was collected and what is missing: run reports, and bars held against sessions by {@code GapFinder}.
 */
@NullMarked
package io.lumia.functions.marketapi.collection;

import org.jspecify.annotations.NullMarked;
