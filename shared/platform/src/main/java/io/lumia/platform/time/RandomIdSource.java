package io.lumia.platform.time;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562, 2024, section 5.7): 48 bits of Unix milliseconds, then 74 random bits. They sort by
 * time of birth, which keeps index pages of a table warm.
 */
public final class RandomIdSource implements IdSource {

    private static final long VERSION_7 = 0x7000L;
    private static final long IETF_VARIANT = 0x8000_0000_0000_0000L;
    private static final long LOW_12_BITS = 0x0FFFL;
    private static final long LOW_62_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final int BITS_BELOW_TIME = 16;

    private final Clock clock;
    private final RandomGenerator random;

    /** @param random unpredictable where ids must not be guessed */
    public RandomIdSource(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long high = (clock.millis() << BITS_BELOW_TIME) | VERSION_7 | (random.nextLong() & LOW_12_BITS);
        long low = IETF_VARIANT | (random.nextLong() & LOW_62_BITS);
        return new UUID(high, low);
    }
}
