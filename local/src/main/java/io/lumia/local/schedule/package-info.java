/**
 * EventBridge Scheduler at home. {@link io.lumia.local.schedule.EmbeddedScheduleEngine} keeps schedules that are data in
 * {@link io.lumia.local.schedule.ScheduleTable}; {@link io.lumia.local.schedule.Dispatcher} sends what is due of them and of
 * {@code function.json}'s own, {@link io.lumia.local.schedule.Scheduler} asks it to every few seconds. The demo asks
 * {@link io.lumia.local.schedule.Timetable}, which has both kinds, for the ticks of its month, sets its clock to each and
 * has it delivered.
 */
@NullMarked
package io.lumia.local.schedule;

import org.jspecify.annotations.NullMarked;
