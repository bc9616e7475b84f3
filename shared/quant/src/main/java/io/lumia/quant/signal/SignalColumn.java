package io.lumia.quant.signal;

/**
 * The production signals, in storage order. Each is NaN (stored as null) while its history is too short or an input in
 * its window is unknown; none is ever filled with zero.
 *
 * <p>"n days" are calendar days, "n sessions" are bars of the asset. P is the close on the basis of the bars given.
 */
public enum SignalColumn {
    /** P[t] / P[t-1] - 1. */
    RETURN_1D("return_1d", SignalUnit.FRACTION, 2, 0, "Close against the previous session's close"),

    /** The base is the last close dated at least 30 calendar days earlier. */
    RETURN_30D(
            "return_30d",
            SignalUnit.FRACTION,
            2,
            30,
            "Close against the last close dated at least 30 calendar days earlier"),

    /** The base is the last close dated at least 365 calendar days earlier. */
    RETURN_365D(
            "return_365d",
            SignalUnit.FRACTION,
            2,
            365,
            "Close against the last close dated at least 365 calendar days earlier"),

    /** Sample deviation (n - 1) of 30 simple daily returns, times the root of the sessions per year (252, crypto 365). */
    VOLATILITY_30D(
            "volatility_30d",
            SignalUnit.FRACTION_PER_YEAR,
            31,
            0,
            "Sample standard deviation of the last 30 daily returns times the root of the sessions per year"),

    SMA_20("sma_20", SignalUnit.PRICE, 20, 0, "Mean of the last 20 closes"),

    SMA_50("sma_50", SignalUnit.PRICE, 50, 0, "Mean of the last 50 closes"),

    SMA_200("sma_200", SignalUnit.PRICE, 200, 0, "Mean of the last 200 closes"),

    /** Seeded with the mean of the first 12 closes, the convention of TA-Lib. */
    EMA_12(
            "ema_12",
            SignalUnit.PRICE,
            12,
            0,
            "Exponential average, weight 2/13, seeded with the first 12 closes' mean"),

    /** Seeded with the mean of the first 26 closes, the convention of TA-Lib. Also the slow average of the MACD. */
    EMA_26(
            "ema_26",
            SignalUnit.PRICE,
            26,
            0,
            "Exponential average, weight 2/27, seeded with the first 26 closes' mean"),

    /**
     * G. Appel's moving average convergence/divergence (late 1970s; "Technical Analysis: Power Tools for Active
     * Investors", 2005), in the convention of TA-Lib: both averages begin at the 26th close, so the fast one is seeded
     * with closes 15 to 26 and differs a little from {@link #EMA_12} at first; shown from the 34th bar on, with its
     * signal.
     */
    MACD(
            "macd",
            SignalUnit.PRICE,
            34,
            0,
            "12-session less 26-session exponential average, both begun at the 26th close"),

    /** Exponential average of the MACD with weight 2/10, seeded with the mean of its first nine values. */
    MACD_SIGNAL("macd_signal", SignalUnit.PRICE, 34, 0, "9-session exponential average of the MACD"),

    MACD_HISTOGRAM("macd_histogram", SignalUnit.PRICE, 34, 0, "MACD less its signal"),

    /**
     * J. W. Wilder, "New Concepts in Technical Trading Systems", 1978. 100 G / (G + L), where G and L are Wilder's
     * averages of the rises and falls over 14 sessions, seeded with their first means. While no close has moved at all,
     * the index is 0, as in TA-Lib.
     */
    RSI_14("rsi_14", SignalUnit.ZERO_TO_HUNDRED, 15, 0, "Wilder's relative strength index over 14 sessions"),

    /** J. Bollinger, "Bollinger on Bollinger Bands", 2001. */
    BOLLINGER_MIDDLE("bollinger_middle", SignalUnit.PRICE, 20, 0, "Mean of the last 20 closes"),

    /** Middle plus two population deviations (n) of the last 20 closes; equal to the middle for a flat window. */
    BOLLINGER_UPPER(
            "bollinger_upper", SignalUnit.PRICE, 20, 0, "Middle band plus 2 population deviations of 20 closes"),

    BOLLINGER_LOWER(
            "bollinger_lower", SignalUnit.PRICE, 20, 0, "Middle band less 2 population deviations of 20 closes"),

    /**
     * Wilder 1978. The true range is the range of the session stretched to the previous close; the average is seeded
     * with its first 14 values. A bar without a known high and low ends the average; it begins again after 14 known
     * true ranges.
     */
    ATR_14("atr_14", SignalUnit.PRICE, 15, 0, "Wilder's average of the true range over 14 sessions"),

    /**
     * Over the bars dated after t - 365 days. NaN while the range is zero. May leave 0 to 1 only when a close lies
     * outside its own bar's range.
     */
    POSITION_52W(
            "position_52w",
            SignalUnit.FRACTION,
            2,
            365,
            "(close - lowest low) / (highest high - lowest low) of the last 365 calendar days"),

    /** Over the bars dated after t - 365 days, on closes; 0 or below. */
    MAX_DRAWDOWN_1Y(
            "max_drawdown_1y",
            SignalUnit.FRACTION,
            2,
            365,
            "Deepest fall from a closing peak to a later close in the last 365 calendar days"),

    /** Sharpe 1964; see {@link io.lumia.quant.indicator.MarketBeta} for the pairing by common sessions. */
    BETA_1Y(
            "beta_1y",
            SignalUnit.NUMBER,
            61,
            0,
            "Covariance with the benchmark over the benchmark's variance, last 252 common sessions, at least 60 pairs"),

    /** N. Jegadeesh and S. Titman, "Returns to Buying Winners and Selling Losers", Journal of Finance 1993. */
    MOMENTUM_12_1("momentum_12_1", SignalUnit.FRACTION, 253, 0, "P[t-21] / P[t-252] - 1, in sessions"),

    /** Liquidity. NaN when any of the volumes is unknown. */
    AVERAGE_DOLLAR_VOLUME_20D(
            "average_dollar_volume_20d",
            SignalUnit.MONEY_PER_SESSION,
            20,
            0,
            "Mean of close times volume over the last 20 sessions");

    private final String columnName;
    private final SignalUnit unit;
    private final int minimumBars;
    private final int minimumDays;
    private final String definition;

    SignalColumn(String columnName, SignalUnit unit, int minimumBars, int minimumDays, String definition) {
        this.columnName = columnName;
        this.unit = unit;
        this.minimumBars = minimumBars;
        this.minimumDays = minimumDays;
        this.definition = definition;
    }

    /** The name in the database and in API answers. */
    public String columnName() {
        return columnName;
    }

    public SignalUnit unit() {
        return unit;
    }

    /** The number of bars, this one included, without which there is never a value (for beta: common sessions). */
    public int minimumBars() {
        return minimumBars;
    }

    /** The first bar must be at least this many calendar days older; 0 where only bars count. */
    public int minimumDays() {
        return minimumDays;
    }

    /** One sentence for API documentation. */
    public String definition() {
        return definition;
    }
}
