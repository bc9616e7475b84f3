package io.lumia.platform.time;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that stay the same when a step is repeated: UUIDs of version 5 (RFC 9562, 2024, section 5.5), the SHA-1 of a
 * namespace and a name.
 *
 * <pre>{@code
 * UUID messageId = NamedIds.of(itemId, "answer-collected");
 * }</pre>
 */
public final class NamedIds {

    private static final int UUID_BYTES = 16;
    private static final long WITHOUT_VERSION = ~0xF000L;
    private static final long VERSION_5 = 0x5000L;
    private static final long WITHOUT_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long IETF_VARIANT = 0x8000_0000_0000_0000L;

    private NamedIds() {}

    /** The same id for the same namespace and name, on every machine and in every language. */
    public static UUID of(UUID namespace, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1(namespace, name));
        long high = (hash.getLong() & WITHOUT_VERSION) | VERSION_5;
        long low = (hash.getLong() & WITHOUT_VARIANT) | IETF_VARIANT;
        return new UUID(high, low);
    }

    private static byte[] sha1(UUID namespace, String name) {
        ByteBuffer prefix = ByteBuffer.allocate(UUID_BYTES)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(prefix.array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
