package io.lumia.quant.signal;

/**
 * Everything that the recursive signals know after a bar; with it and a window of older bars the next row can be
 * computed. The rest is windows. Fields are NaN where the signal has no value yet.
 *
 * <p>As a database row: {@code lastEpochDay} is the row's date, {@code barsSeen} an integer column {@code bars_seen},
 * four fields are the signals ema_12, ema_26, macd_signal and atr_14, and three are {@link StateColumn}s. Stored as
 * 8-byte floats they come back bit by bit.
 *
 * @param lastEpochDay date of the bar, days since 1970-01-01
 * @param barsSeen number of bars up to and including it, from the asset's first
 * @param ema12 {@link SignalColumn#EMA_12}
 * @param ema26 {@link SignalColumn#EMA_26}, also the slow average of the MACD
 * @param macdFastEma {@link StateColumn#MACD_FAST_EMA}
 * @param macdSignal {@link SignalColumn#MACD_SIGNAL}
 * @param rsiAverageGain {@link StateColumn#RSI_AVERAGE_GAIN}
 * @param rsiAverageLoss {@link StateColumn#RSI_AVERAGE_LOSS}
 * @param averageTrueRange {@link SignalColumn#ATR_14}; NaN also later, when ranges are unknown
 */
public record RecursionState(
        int lastEpochDay,
        int barsSeen,
        double ema12,
        double ema26,
        double macdFastEma,
        double macdSignal,
        double rsiAverageGain,
        double rsiAverageLoss,
        double averageTrueRange) {

    /** Whether every recursion but the true range's has begun; that one may wait for known ranges. */
    boolean seeded() {
        return Double.isFinite(ema12 + ema26 + macdFastEma + macdSignal + rsiAverageGain + rsiAverageLoss);
    }
}
