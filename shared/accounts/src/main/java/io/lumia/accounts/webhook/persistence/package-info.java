/** Webhook endpoints and their secrets in schema {@code accounts}. */
@NullMarked
package io.lumia.accounts.webhook.persistence;

import org.jspecify.annotations.NullMarked;
