/** Schedules in table {@code platform.schedule}. */
@NullMarked
package io.lumia.local.schedule.persistence;

import org.jspecify.annotations.NullMarked;
