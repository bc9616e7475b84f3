package io.lumia.functions.accountapi;

import io.lumia.accounts.webhook.EndpointCheck;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.delivery.Sent;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A partner's server that takes everything, and a name server that knows one name inside. */
public final class FakeReceiver implements WebhookTransport, EndpointCheck {

    @Override
    public Sent send(EndpointUrl url, Map<String, String> headers, byte[] body) {
        return new Sent.Answered(200, Duration.ZERO);
    }

    @Override
    public Optional<String> refusal(EndpointUrl url) {
        return url.toString().contains("inside") ? Optional.of("it leads to no public address") : Optional.empty();
    }
}
