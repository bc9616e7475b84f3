package io.lumia.functions.recommendationapi;

import io.lumia.web.testing.ApiCalls;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A millisecond later each time it is looked at, so that what comes later is later. */
public final class TickingClock extends Clock {

    private final AtomicLong looks = new AtomicLong();

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return ApiCalls.NOW.plusMillis(looks.incrementAndGet());
    }
}
