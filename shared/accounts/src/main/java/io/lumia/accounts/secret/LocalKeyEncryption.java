package io.lumia.accounts.secret;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A key-encryption key from the configuration: for a laptop, and for who keeps secrets his own way. Wraps by the first secret
 * and unwraps by any, so that a new secret is put in front and the old one stays until no data key needs it.
 */
public final class LocalKeyEncryption implements KeyEncryption {

    static final int SECRET_BYTES = 32;
    static final int MOST_SECRETS = 8;

    private static final int ID_CHARACTERS = 16;

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();
    private final String newest;
    private final RandomGenerator random;

    /** @param secrets in base 64, 32 random bytes each, the newest first */
    public LocalKeyEncryption(List<String> secrets, RandomGenerator random) {
        if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
            throw AppException.invalid(
                    "lumia.accounts.key-encryption.secrets", secrets.size() + " secrets", "1 to " + MOST_SECRETS);
        }
        secrets.forEach(secret -> {
            byte[] bytes = decoded(secret);
            this.secrets.putIfAbsent(idOf(bytes), bytes);
        });
        this.newest = this.secrets.keySet().iterator().next();
        this.random = random;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, Purpose purpose) {
        return new WrappedKey(newest, AesGcm.seal(secret(newest), dataKey, context(purpose), random));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, Purpose purpose) {
        return AesGcm.open(secret(wrapped.wrappedBy()), wrapped.bytes(), context(purpose));
    }

    private byte[] secret(String id) {
        byte[] secret = secrets.get(id);
        if (secret == null) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "a data key was wrapped by '%s'; configured in lumia.accounts.key-encryption.secrets: %s"
                            .formatted(id, String.join(", ", secrets.keySet())));
        }
        return secret;
    }

    /** Tells secrets apart without telling them: of 256 random bits, 64 of a hash say nothing. */
    private static String idOf(byte[] secret) {
        return "local:" + Sha256.hexOf(secret).substring(0, ID_CHARACTERS);
    }

    private static byte[] decoded(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException _) {
            bytes = new byte[0];
        }
        if (bytes.length != SECRET_BYTES) {
            // The value is not shown: it may be a secret with a typing error.
            throw AppException.invalid(
                    "lumia.accounts.key-encryption.secrets",
                    "(hidden)",
                    "%d bytes in base 64 each, as of: openssl rand -base64 32".formatted(SECRET_BYTES));
        }
        return bytes;
    }

    private static byte[] context(Purpose purpose) {
        return ("data key " + purpose.code()).getBytes(StandardCharsets.UTF_8);
    }
}
