package io.lumia.accounts.password;

import io.lumia.kernel.AppException;

/**
 * What a password costs to hash, and so what a guess costs. New passwords, and old ones when their owners sign in, are hashed
 * with the configured values; {@link #OWASP} is the second choice of the OWASP Password Storage Cheat Sheet (2025), which
 * fits a small function's memory.
 *
 * @param memoryKib   in KiB
 * @param iterations  passes over the memory
 * @param parallelism lanes; computed one after the other here
 */
public record Argon2Settings(int memoryKib, int iterations, int parallelism) {

    public static final Argon2Settings OWASP = new Argon2Settings(19_456, 2, 1);

    /** Bounds for configured values and for what a stored hash may ask us to compute. */
    static final int LEAST_MEMORY_KIB = 64;

    static final int MOST_MEMORY_KIB = 262_144;
    static final int MOST_ITERATIONS = 16;
    static final int MOST_PARALLELISM = 8;

    public Argon2Settings {
        check("memory-kib", memoryKib, LEAST_MEMORY_KIB, MOST_MEMORY_KIB);
        check("iterations", iterations, 1, MOST_ITERATIONS);
        check("parallelism", parallelism, 1, MOST_PARALLELISM);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw AppException.invalid("lumia.accounts.argon2." + name, value, "%d to %d".formatted(least, most));
        }
    }
}
