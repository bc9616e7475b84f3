/**
 * The id under which one request or message is followed through answer, log, queue and audit row.
 * {@link io.lumia.platform.request.RequestIds} takes a caller's id or makes one;
 * {@link io.lumia.platform.request.RequestScope} holds the current one for logs and outgoing messages.
 */
@NullMarked
package io.lumia.platform.request;

import org.jspecify.annotations.NullMarked;
