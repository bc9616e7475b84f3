package io.lumia.quant.signal;

/** What a signal's number counts. */
public enum SignalUnit {
    /** A fraction: 0.05 is 5 %. */
    FRACTION,
    /** A fraction per year: 0.18 is 18 % a year. */
    FRACTION_PER_YEAR,
    /** A price or a difference of prices, in the currency of the bars. */
    PRICE,
    /** Money per session, in the currency of the bars. */
    MONEY_PER_SESSION,
    /** An index from 0 to 100. */
    ZERO_TO_HUNDRED,
    /** A plain number. */
    NUMBER
}
