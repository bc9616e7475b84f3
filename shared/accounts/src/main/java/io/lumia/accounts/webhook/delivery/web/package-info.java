/** Webhooks over the network, by the platform's hardened client. */
@NullMarked
package io.lumia.accounts.webhook.delivery.web;

import org.jspecify.annotations.NullMarked;
