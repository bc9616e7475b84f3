package io.lumia.accounts.secret;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Seals values for keeping. A sealed value is the format's number (1), the id of its data key (16 bytes) and what
 * {@link AesGcm} made of it. Purpose and context are authenticated with it: a value that was copied to another row or column
 * does not open.
 */
public final class Envelope {

    private static final byte FORMAT = 1;
    private static final int HEAD_BYTES = 1 + 2 * Long.BYTES;

    private final DataKeys keys;
    private final RandomGenerator random;

    /** @param random unpredictable: nonces are made of it */
    public Envelope(DataKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    /** @param context which row the value belongs to, such as a user's id */
    public byte[] seal(Purpose purpose, byte[] plain, String context) {
        DataKeys.DataKey key = keys.current(purpose);
        byte[] sealed = AesGcm.seal(key.bytes(), plain, bound(purpose, context), random);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(FORMAT)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    public byte[] open(Purpose purpose, byte[] sealed, String context) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        if (sealed.length < HEAD_BYTES || buffer.get() != FORMAT) {
            throw new AppException(
                    ErrorCode.INTERNAL, "a value of %d bytes is not of envelope format 1".formatted(sealed.length));
        }
        DataKeys.DataKey key = keys.get(new UUID(buffer.getLong(), buffer.getLong()), purpose);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return AesGcm.open(key.bytes(), rest, bound(purpose, context));
    }

    public byte[] sealText(Purpose purpose, String plain, String context) {
        return seal(purpose, plain.getBytes(StandardCharsets.UTF_8), context);
    }

    public String openText(Purpose purpose, byte[] sealed, String context) {
        return new String(open(purpose, sealed, context), StandardCharsets.UTF_8);
    }

    /** A purpose has no blank, so that no two pairs read the same. */
    private static byte[] bound(Purpose purpose, String context) {
        return (purpose.code() + " " + context).getBytes(StandardCharsets.UTF_8);
    }
}
