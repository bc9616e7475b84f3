/**
 * What stands around a Lambda handler. {@link io.lumia.platform.lambda.FunctionContext} gives it its beans;
 * {@link io.lumia.platform.lambda.FunctionDefinition} is its {@code function.json}, which
 * {@link io.lumia.platform.lambda.FunctionDefinitions} finds and checks. {@link io.lumia.platform.lambda.CronSchedule}
 * says when a schedule runs next.
 */
@NullMarked
package io.lumia.platform.lambda;

import org.jspecify.annotations.NullMarked;
