package io.lumia.accounts.webhook;

import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.pepper.Purpose;
import io.lumia.accounts.secret.AesGcm;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Secrets must be read again to sign with them, so they are stored encrypted: AES-256-GCM under a key that follows from the
 * pepper. Layout: pepper version (4 bytes), then as {@link AesGcm}. The endpoint's id is authenticated with it, so
 * that one endpoint's secret cannot be put in another's place.
 */
public final class SecretSealer {

    private static final int UUID_BYTES = 16;

    private final Peppers peppers;
    private final RandomGenerator random;

    /** @param random unpredictable: a nonce that comes twice gives the key away */
    public SecretSealer(Peppers peppers, RandomGenerator random) {
        this.peppers = peppers;
        this.random = random;
    }

    byte[] seal(WebhookSecret secret, UUID endpointId) {
        Pepper pepper = peppers.current();
        byte[] sealed = AesGcm.seal(pepper.key(Purpose.WEBHOOK_SECRET), secret.bytes(), context(endpointId), random);
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(pepper.version())
                .put(sealed)
                .array();
    }

    WebhookSecret open(byte[] sealed, UUID endpointId) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        int version = bytes.getInt();
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        Pepper pepper = peppers.find(version)
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL,
                        "the secret of endpoint %s needs pepper version %d, which is not configured"
                                .formatted(endpointId, version)));
        try {
            return WebhookSecret.of(AesGcm.open(pepper.key(Purpose.WEBHOOK_SECRET), rest, context(endpointId)));
        } catch (AppException e) {
            String message = "the secret of endpoint %s cannot be read".formatted(endpointId);
            throw new AppException(ErrorCode.INTERNAL, message, e);
        }
    }

    private static byte[] context(UUID endpointId) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(endpointId.getMostSignificantBits())
                .putLong(endpointId.getLeastSignificantBits())
                .array();
    }
}
