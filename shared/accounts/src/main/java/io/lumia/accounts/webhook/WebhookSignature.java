package io.lumia.accounts.webhook;

import io.lumia.accounts.secret.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signatures by Standard Webhooks 1.0.0: {@code v1,} and the base64 of HMAC-SHA-256 over {@code id.timestamp.body}; one for
 * each secret that counts, divided by blanks.
 */
public final class WebhookSignature {

    public static final String ID = "webhook-id";

    /** Seconds since 1970 at which this attempt was signed; receivers refuse what is old. */
    public static final String TIMESTAMP = "webhook-timestamp";

    public static final String SIGNATURE = "webhook-signature";

    private WebhookSignature() {}

    /**
     * The three headers.
     *
     * @param id      of the message; the same at each attempt, so that a receiver takes it once
     * @param secrets one or more; the receiver knows one of them
     */
    public static Map<String, String> headers(String id, Instant at, byte[] body, List<WebhookSecret> secrets) {
        long seconds = at.getEpochSecond();
        String signatures =
                secrets.stream().map(secret -> sign(id, seconds, body, secret)).collect(Collectors.joining(" "));
        return Map.of(ID, id, TIMESTAMP, Long.toString(seconds), SIGNATURE, signatures);
    }

    static String sign(String id, long seconds, byte[] body, WebhookSecret secret) {
        byte[] begin = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(secret.bytes(), begin, body));
    }
}
