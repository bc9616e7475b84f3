/**
 * Schedules that are data: {@link io.lumia.platform.schedule.ScheduleSpec} says what is sent where and
 * {@link io.lumia.platform.schedule.When}; {@link io.lumia.platform.schedule.ScheduleEngine} keeps it and sends. In the cloud
 * that is to be EventBridge Scheduler, whose adapter is not here yet; the local program has an engine of the same semantics,
 * written down in one test for both. {@link io.lumia.platform.schedule.RunTimesInWords} tells a person what an
 * expression means.
 *
 * <p>Not here: exchange calendars. A schedule fires on a holiday too, and who receives it decides.
 */
@NullMarked
package io.lumia.platform.schedule;

import org.jspecify.annotations.NullMarked;
