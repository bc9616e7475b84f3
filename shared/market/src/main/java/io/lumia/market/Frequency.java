package io.lumia.market;

/** How often a series has a value. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY,
    /** A rhythm of its own, such as every two weeks or half a year. */
    IRREGULAR
}
