package io.lumia.accounts.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures by Standard Webhooks 1.0.0: {@code v1,} and the base64 of HMAC-SHA-256 over {@code id.timestamp.body}; one for
 * each secret that counts, divided by blanks.
 */
public final class WebhookSignature {

    public static final String ID = "webhook-id";

    /** Seconds since 1970 at which this attempt was signed; receivers refuse what is old. */
    public static final String TIMESTAMP = "webhook-timestamp";

    public static final String SIGNATURE = "webhook-signature";

    private static final String HMAC = "HmacSHA256";

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
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.bytes(), HMAC));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
