package io.lumia.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that is set to an instant and goes on from there at the real pace, but never further than an hour: who leaves
 * a program of 2017 running over night does not find it in the next day.
 */
public final class SimulatedClock extends Clock {

    private static final Duration FURTHEST = Duration.ofHours(1);

    private final Clock pace;
    private volatile Setting setting;

    /** @param pace the clock whose pace it keeps */
    public SimulatedClock(Instant start, Clock pace) {
        this.pace = pace;
        this.setting = new Setting(start, pace.instant());
    }

    public void set(Instant instant) {
        setting = new Setting(instant, pace.instant());
    }

    @Override
    public Instant instant() {
        Setting now = setting;
        Duration passed = Duration.between(now.setAt(), pace.instant());
        return now.shown().plus(passed.compareTo(FURTHEST) < 0 ? passed : FURTHEST);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId other) {
        SimulatedClock original = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return original.withZone(another);
            }

            @Override
            public Instant instant() {
                return original.instant();
            }
        };
    }

    /** @param setAt by the pace */
    private record Setting(Instant shown, Instant setAt) {}
}
