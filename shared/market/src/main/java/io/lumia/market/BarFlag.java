package io.lumia.market;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A doubt about a bar that was kept. Stored as a bit mask: a constant's position must never change. */
public enum BarFlag {
    /** Open or high/low disagree (open outside low..high, or close inside while low &gt; open): the close is believed. */
    OPEN_OUTSIDE_RANGE,
    /** No volume and open = high = low = close: nobody traded, the price is stale. */
    ZERO_VOLUME_FLAT,
    /** A move beyond the robust bound that volume or a corporate action explains. */
    LARGE_MOVE,
    /** The source gave no volume. */
    VOLUME_MISSING,
    /** The source gave a close only; open, high and low repeat it. */
    CLOSE_ONLY,
    /** Another source's close differs beyond the tolerance; both values are in {@link SourceDisagreements}. */
    SOURCES_DISAGREE,
    /** The checks refused it, and a person decided that it is right. */
    RELEASED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int bit() {
        return 1 << ordinal();
    }

    public static int mask(Set<BarFlag> flags) {
        return flags.stream().mapToInt(BarFlag::bit).reduce(0, (a, b) -> a | b);
    }

    public static Set<BarFlag> of(int mask) {
        Set<BarFlag> flags = EnumSet.noneOf(BarFlag.class);
        for (BarFlag flag : values()) {
            if ((mask & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
