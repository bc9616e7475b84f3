package io.lumia.accounts.webhook.delivery.web;

import io.lumia.accounts.webhook.EndpointCheck;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.delivery.Sent;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import io.lumia.platform.web.WebFailure;
import io.lumia.platform.web.WebPost;
import io.lumia.platform.web.WebPoster;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@link WebhookTransport} by {@link WebPoster}, which resolves a name once, looks at where it leads, and connects to just
 * that: a partner's name server cannot lead us into the network we run in, whatever it says the second time.
 */
public final class HttpWebhookTransport implements WebhookTransport, EndpointCheck, AutoCloseable {

    private static final String NOT_PUBLIC = "it leads to no public https address that we know of";
    private static final int MAX_DETAIL_CHARACTERS = 300;
    private static final int MAX_SECONDS_DIGITS = 9;

    private final WebPoster web;

    public HttpWebhookTransport(WebPoster web) {
        this.web = web;
    }

    @Override
    public Sent send(EndpointUrl url, Map<String, String> headers, byte[] body) {
        return switch (web.post(new WebPost(url.address(), headers, body, MAX_ANSWER_BYTES, TIMEOUT))) {
            case WebResponse response -> new Sent.Answered(response.status(), retryAfter(response));
            case WebFailure failure -> new Sent.Unanswered(failure.kind().code(), detail(failure));
        };
    }

    @Override
    public Optional<String> refusal(EndpointUrl url) {
        return web.refusal(url.address()).map(_ -> NOT_PUBLIC);
    }

    @Override
    public void close() {
        web.close();
    }

    /** In seconds only; a date there is not heeded, since the receiver's clock is not ours. */
    private static Duration retryAfter(WebResponse response) {
        return response.header("retry-after")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,%d}".formatted(MAX_SECONDS_DIGITS)))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    /** A partner reads it: what our name server says about private names is not for him. */
    private static String detail(WebFailure failure) {
        String detail = failure.kind() == WebFailure.Kind.FORBIDDEN_ADDRESS ? NOT_PUBLIC : failure.detail();
        return detail.length() <= MAX_DETAIL_CHARACTERS ? detail : detail.substring(0, MAX_DETAIL_CHARACTERS);
    }
}
