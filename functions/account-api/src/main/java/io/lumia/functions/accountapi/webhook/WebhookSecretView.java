package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.webhook.NewSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A new secret. */
@Serdeable
@Schema(name = "WebhookSecret", description = "A webhook and its new secret, shown this once.")
record WebhookSecretView(
        @Schema(description = "What signatures are checked with, by Standard Webhooks 1.0.0: whsec_ and base 64.")
        String secret,

        WebhookView webhook) {

    static WebhookSecretView of(NewSecret made) {
        return new WebhookSecretView(made.secret().text(), WebhookView.of(made.endpoint()));
    }

    /** Hides what must not be in a log. */
    @Override
    public String toString() {
        return "WebhookSecretView[" + webhook.id() + "]";
    }
}
