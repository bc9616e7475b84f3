/**
 * What one request or message is followed by through answer, log, queue and audit row.
 * {@link io.lumia.platform.request.RequestIds} takes a caller's id or makes one;
 * {@link io.lumia.platform.request.RequestScope} holds the current one for logs and outgoing messages.
 * {@link io.lumia.platform.request.Traces} goes on with a caller's trace or begins one
 * ({@link io.lumia.platform.request.TraceContext}, as OpenTelemetry and X-Ray write it), which
 * {@link io.lumia.platform.request.TraceScope} holds. {@link io.lumia.platform.request.Cause} is both, kept for later. Nothing here sends spans anywhere.
 */
@NullMarked
package io.lumia.platform.request;

import org.jspecify.annotations.NullMarked;
