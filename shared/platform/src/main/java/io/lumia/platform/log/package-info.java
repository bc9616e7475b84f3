/**
 * How log lines are written: {@link io.lumia.platform.log.JsonLogEncoder} for functions, whose logging
 * {@link io.lumia.platform.log.FunctionLogs} sets up,
 * {@link io.lumia.platform.log.HiddenMessage} and {@link io.lumia.platform.log.HiddenThrowable} for patterns of the local
 * program. All pass through {@link io.lumia.platform.log.Hiding}, which takes out what looks like a secret or a person's address.
 * That is the second line of defence; the first is not to log them.
 */
@NullMarked
package io.lumia.platform.log;

import org.jspecify.annotations.NullMarked;
