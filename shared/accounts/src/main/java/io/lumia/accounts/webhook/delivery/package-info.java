/**
 * How messages get to partners' servers. {@link io.lumia.accounts.webhook.delivery.PublishWebhook} stores a message and one
 * delivery for each endpoint of its {@link io.lumia.accounts.webhook.delivery.Audience}, in the transaction of what happened;
 * {@link io.lumia.accounts.webhook.delivery.DeliverWebhooks} sends what is due, by
 * {@link io.lumia.accounts.webhook.delivery.WebhookTransport}, and tries again by
 * {@link io.lumia.accounts.webhook.delivery.RetrySchedule}. {@link io.lumia.accounts.webhook.delivery.WakeDelivery} nudges it for
 * what is new, {@link io.lumia.accounts.webhook.delivery.PlanNextDelivery} for what is due next; a schedule is for the rest. Each attempt stays in the log;
 * {@link io.lumia.accounts.webhook.delivery.DeliveryDesk} shows it to the owner, replays, and sends test messages.
 *
 * <p>At least once and in no fixed order: the message's id stays the same, so that a receiver can tell.
 */
@NullMarked
package io.lumia.accounts.webhook.delivery;

import org.jspecify.annotations.NullMarked;
