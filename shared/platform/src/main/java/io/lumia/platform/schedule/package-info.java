/**
 * Schedules that are data: {@link io.lumia.platform.schedule.ScheduleSpec} says what is sent where and
 * {@link io.lumia.platform.schedule.When}; {@link io.lumia.platform.schedule.ScheduleEngine} keeps it and sends. In the cloud
 * that is EventBridge Scheduler behind {@code EventBridgeScheduleEngine}; the local program has an engine of the same
 * semantics, and one test holds both to them. {@link io.lumia.platform.schedule.RunTimesInWords} tells a person what an
 * expression means.
 *
 * <p>Not here: exchange calendars. A schedule fires on a holiday too, and who receives it decides.
 */
@NullMarked
package io.lumia.platform.schedule;

import org.jspecify.annotations.NullMarked;
