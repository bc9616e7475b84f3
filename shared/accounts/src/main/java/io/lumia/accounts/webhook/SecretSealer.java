package io.lumia.accounts.webhook;

import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.pepper.Purpose;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets must be read again to sign with them, so they are stored encrypted: AES-256-GCM under a key that follows from the
 * pepper. Layout: pepper version (4 bytes), nonce (12), ciphertext and tag. The endpoint's id is authenticated with it, so
 * that one endpoint's secret cannot be put in another's place.
 */
public final class SecretSealer {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
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
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, pepper, nonce, endpointId, secret.bytes());
        return ByteBuffer.allocate(Integer.BYTES + NONCE_BYTES + sealed.length)
                .putInt(pepper.version())
                .put(nonce)
                .put(sealed)
                .array();
    }

    WebhookSecret open(byte[] sealed, UUID endpointId) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        int version = bytes.getInt();
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        Pepper pepper = peppers.find(version)
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL,
                        "the secret of endpoint %s needs pepper version %d, which is not configured"
                                .formatted(endpointId, version)));
        return WebhookSecret.of(run(Cipher.DECRYPT_MODE, pepper, nonce, endpointId, rest));
    }

    private static byte[] run(int mode, Pepper pepper, byte[] nonce, UUID endpointId, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            SecretKeySpec key = new SecretKeySpec(pepper.key(Purpose.WEBHOOK_SECRET), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(UUID_BYTES)
                    .putLong(endpointId.getMostSignificantBits())
                    .putLong(endpointId.getLeastSignificantBits())
                    .flip());
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            String message =
                    "the stored secret of endpoint %s cannot be read: %s".formatted(endpointId, e.getMessage());
            throw new AppException(ErrorCode.INTERNAL, message, e);
        }
    }
}
