package io.lumia.accounts.password;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and checks passwords by Argon2id, salt of 16 bytes, hash of 32 (RFC 9106, 2021, section 4). */
public final class PasswordHasher {

    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    /** Each hashing takes memory of its own, so that strangers could otherwise fill it by signing in at once. */
    static final int MOST_AT_ONCE = 4;

    /** Who waits longer for his turn is told to come back. */
    static final int MOST_WAIT_SECONDS = 5;

    private final Argon2Settings settings;
    private final RandomGenerator random;
    private final PasswordHash nobodys;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

    /** @param random unpredictable: salts are made of it */
    public PasswordHasher(Argon2Settings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.nobodys = new PasswordHash(settings, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    public PasswordHash hash(Password password) {
        byte[] salt = bytes(SALT_BYTES);
        return new PasswordHash(settings, salt, compute(settings, salt, password, HASH_BYTES));
    }

    /** Compares in a time that does not tell where they differ. */
    public boolean matches(Password password, PasswordHash expected) {
        byte[] actual = compute(expected.settings(), expected.salt(), password, expected.hash().length);
        return MessageDigest.isEqual(actual, expected.hash());
    }

    /** As much work as {@link #matches}, where there is no hash to compare with: the time must not tell that. */
    public void compareWithNobody(Password password) {
        matches(password, nobodys);
    }

    /** Whether a hash was made with other settings than those of today. */
    public boolean isOutdated(PasswordHash hash) {
        return !hash.settings().equals(settings) || hash.hash().length != HASH_BYTES;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] compute(Argon2Settings asked, byte[] salt, Password password, int length) {
        takeTurn();
        try {
            return argon2(asked, salt, password, length);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        boolean taken;
        try {
            taken = turns.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            taken = false;
        }
        if (!taken) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED,
                    "%d passwords are being checked at once, and none was done within %d s"
                            .formatted(MOST_AT_ONCE, MOST_WAIT_SECONDS));
        }
    }

    private static byte[] argon2(Argon2Settings settings, byte[] salt, Password password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(settings.memoryKib())
                .withIterations(settings.iterations())
                .withParallelism(settings.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.bytes(), hash);
        return hash;
    }
}
