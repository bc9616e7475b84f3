/**
 * Exercises for the day when something is lost. {@link io.lumia.local.drill.RestoreDrill} loses a copy of the database while
 * it is written to, restores it from a base backup and the archived log, and says how long that took and what was lost
 * ({@link io.lumia.local.drill.DrillReport}). It works on a copy: the data folder itself is only read.
 */
@NullMarked
package io.lumia.local.drill;

import org.jspecify.annotations.NullMarked;
