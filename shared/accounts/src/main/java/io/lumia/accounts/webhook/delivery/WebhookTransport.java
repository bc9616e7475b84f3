package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.webhook.EndpointUrl;
import java.time.Duration;
import java.util.Map;

/** Sends once, within {@link #TIMEOUT}, to public addresses only, following no redirect. Throws nothing. */
public interface WebhookTransport {

    /** As the specification recommends: 15 to 30 seconds. */
    Duration TIMEOUT = Duration.ofSeconds(15);

    /** That are read of an answer. Its status says all. */
    int MAX_ANSWER_BYTES = 4_096;

    Sent send(EndpointUrl url, Map<String, String> headers, byte[] body);
}
