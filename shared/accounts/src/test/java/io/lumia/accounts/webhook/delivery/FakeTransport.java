package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.webhook.EndpointUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as a test says and remembers what it was given. */
public final class FakeTransport implements WebhookTransport {

    /** What was sent where. */
    public record Call(String url, Map<String, String> headers, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Sent next = new Sent.Answered(200, Duration.ZERO);

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public void answers(int status) {
        answers(new Sent.Answered(status, Duration.ZERO));
    }

    public void answers(Sent sent) {
        next = sent;
    }

    @Override
    public Sent send(EndpointUrl url, Map<String, String> headers, byte[] body) {
        calls.add(new Call(url.toString(), headers, new String(body, StandardCharsets.UTF_8)));
        return next;
    }
}
