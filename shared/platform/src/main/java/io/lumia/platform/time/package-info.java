/** The clock and the ids that come in from outside. */
@NullMarked
package io.lumia.platform.time;

import org.jspecify.annotations.NullMarked;
