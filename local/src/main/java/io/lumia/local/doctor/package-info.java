/**
 * Whether this machine can run Lumia: one {@link io.lumia.local.doctor.Check} after the other by
 * {@link io.lumia.local.doctor.Doctor}, each with what is wrong and what mends it.
 */
@NullMarked
package io.lumia.local.doctor;

import org.jspecify.annotations.NullMarked;
