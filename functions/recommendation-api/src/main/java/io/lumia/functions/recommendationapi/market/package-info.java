/** Snapshots that are kept in memory between requests, and the question by which each is read. */
@NullMarked
package io.lumia.functions.recommendationapi.market;

import org.jspecify.annotations.NullMarked;
