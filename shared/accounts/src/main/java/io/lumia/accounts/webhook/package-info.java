/**
 * Telling partners' servers what happened, by the Standard Webhooks specification (version 1.0.0, 2023,
 * standardwebhooks.com). {@link io.lumia.accounts.webhook.ManageEndpoints} keeps the
 * {@link io.lumia.accounts.webhook.Endpoint}s that partners name and their {@link io.lumia.accounts.webhook.WebhookSecret}s;
 * {@link io.lumia.accounts.webhook.WebhookSignature} signs. What can be told is a
 * {@link io.lumia.accounts.webhook.WebhookEvent}. How it gets there is {@code webhook.delivery}'s business.
 */
@NullMarked
package io.lumia.accounts.webhook;

import org.jspecify.annotations.NullMarked;
