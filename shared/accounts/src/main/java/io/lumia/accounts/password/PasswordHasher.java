package io.lumia.accounts.password;

import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and checks passwords by Argon2id, salt of 16 bytes, hash of 32 (RFC 9106, 2021, section 4). */
public final class PasswordHasher {

    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    private final Argon2Settings settings;
    private final RandomGenerator random;
    private final PasswordHash nobodys;

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

    private static byte[] compute(Argon2Settings settings, byte[] salt, Password password, int length) {
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
