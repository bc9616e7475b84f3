/**
 * When functions are due: {@link io.lumia.local.schedule.Timetable} lists the ticks of all schedules in order,
 * {@link io.lumia.local.schedule.Scheduler} waits for them by the real clock. The demo asks the timetable itself and
 * sets its clock to each tick.
 */
@NullMarked
package io.lumia.local.schedule;

import org.jspecify.annotations.NullMarked;
