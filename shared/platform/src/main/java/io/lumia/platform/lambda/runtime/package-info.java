/**
 * Starts a function that is shipped as a program of its own, which Lambda calls {@code bootstrap}: the main class of
 * every native image. {@link io.lumia.platform.lambda.runtime.FunctionProgram} asks Lambda's Runtime API for events
 * ({@code RuntimeConnection}) and hands each to the function's handler ({@code PackagedHandler}), which it finds among
 * the beans; {@code ProxyJson} and {@code SqsJson} read and write AWS's own classes without reflection.
 *
 * <p>On the JVM that Lambda brings along this package is not used: there AWS's own program does the same work.
 */
@NullMarked
package io.lumia.platform.lambda.runtime;

import org.jspecify.annotations.NullMarked;
