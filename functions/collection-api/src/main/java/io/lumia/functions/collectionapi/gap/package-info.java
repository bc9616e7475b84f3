/** What is missing: bars held against sessions by {@code GapFinder}. */
@NullMarked
package io.lumia.functions.collectionapi.gap;

import org.jspecify.annotations.NullMarked;
