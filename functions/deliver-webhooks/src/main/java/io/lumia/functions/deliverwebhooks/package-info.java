/**
 * The function {@code deliver-webhooks}: the clock in, messages to partners' servers out.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.deliverwebhooks.DeliverWebhooksHandler}: the edge;
 *   <li>{@code PublishRuns}: a run ended → a message;
 *   <li>{@link io.lumia.functions.deliverwebhooks.DeliverDue}: batch after batch within a minute; the sending itself is
 *       {@link io.lumia.accounts.webhook.delivery.DeliverWebhooks}.
 * </ul>
 */
@NullMarked
package io.lumia.functions.deliverwebhooks;

import org.jspecify.annotations.NullMarked;
