/** Webhook messages, deliveries and attempts in schema {@code accounts}. */
@NullMarked
package io.lumia.accounts.webhook.delivery.persistence;

import org.jspecify.annotations.NullMarked;
