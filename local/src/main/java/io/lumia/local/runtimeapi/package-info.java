/**
 * Functions as they are shipped, run as processes of this machine: Lambda without Lambda.
 * {@link io.lumia.local.runtimeapi.PackagedFunction} finds what was built and says how it is started,
 * {@link io.lumia.local.runtimeapi.FunctionProcess} starts it and hands it events, one at a time, through a
 * {@code RuntimeApi} of its own on the loopback address: our implementation of Lambda's Runtime API (2018-06-01; next,
 * response, error and init error, answers in one piece). {@link io.lumia.local.runtimeapi.Outcome} is what became of an
 * event.
 *
 * <p>As in the cloud an event has a deadline, and a process that lets it pass is killed. What is not imitated: limits on
 * memory and processor time, and the freezing of a process between two events.
 */
@NullMarked
package io.lumia.local.runtimeapi;

import org.jspecify.annotations.NullMarked;
