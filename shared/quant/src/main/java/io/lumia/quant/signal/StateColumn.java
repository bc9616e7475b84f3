package io.lumia.quant.signal;

/**
 * What must be stored with a row, beside its signals and the number of bars so far, so that the next row can be computed
 * from it. The rest of a {@link RecursionState} is signals that are stored anyway: ema_12, ema_26, macd_signal, atr_14.
 */
public enum StateColumn {
    /** The fast average of the MACD; the slow one is {@link SignalColumn#EMA_26}. In price units; NaN before bar 26. */
    MACD_FAST_EMA("macd_fast_ema"),
    /** Wilder's average rise per session, in price units; NaN before bar 15. */
    RSI_AVERAGE_GAIN("rsi_average_gain"),
    /** Wilder's average fall per session, in price units, not negative; NaN before bar 15. */
    RSI_AVERAGE_LOSS("rsi_average_loss");

    private final String columnName;

    StateColumn(String columnName) {
        this.columnName = columnName;
    }

    public String columnName() {
        return columnName;
    }
}
