package io.lumia.accounts.webhook;

/** An endpoint and its new secret, which is nowhere else in clear: shown once. */
public record NewSecret(Endpoint endpoint, WebhookSecret secret) {}
