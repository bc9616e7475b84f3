package io.lumia.functions.recommendationapi;

import io.lumia.platform.time.IdSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One more each time, so that what is made at one instant has an order. */
final class CountingIds implements IdSource {

    private static final long VERSION_7 = 0x1000_0000_0000_7000L;
    private static final long IETF_VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong count = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(VERSION_7, IETF_VARIANT | count.incrementAndGet());
    }
}
