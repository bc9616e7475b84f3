/** A stored recommendation made again: the same bytes, or what is different and why. */
@NullMarked
package io.lumia.functions.recommendationapi.replay;

import org.jspecify.annotations.NullMarked;
