package io.lumia.quant.research;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of the reference files, in their order. Where production has the column, it is named. */
public enum ResearchColumn {
    /** P[t] / P[t-1] - 1; production's return_1d. */
    RET_1D,
    /** ln(P[t] / P[t-1]). */
    LOG_RET_1D,
    /** P[t] / P[t-30] - 1, 30 bars back. */
    RET_30BARS,
    /** Base: last close dated at least 30 calendar days earlier; production's return_30d. */
    RET_30CAL,
    /** Base: last close dated at least 365 calendar days earlier; production's return_365d. */
    RET_365CAL,
    /** Sample deviation of 30 simple returns, annualised; production's volatility_30d. */
    VOL30_SIMPLE_ANN,
    /** Sample deviation of 30 log returns, annualised. */
    VOL30_LOG_ANN,
    /** Production's sma_20. */
    SMA_20,
    /** Production's sma_50. */
    SMA_50,
    /** Production's sma_200. */
    SMA_200,
    /** Exponential average seeded with the first 12 closes' mean; production's ema_12. */
    EMA_12_SMASEED,
    /** Production's ema_26. */
    EMA_26_SMASEED,
    /** As ema_12_smaseed, over 50. */
    EMA_50_SMASEED,
    /** Exponential average seeded with the first close. */
    EMA_12_FIRSTSEED,
    /** Exponential average seeded with the first close. */
    EMA_26_FIRSTSEED,
    /** Production's rsi_14. */
    RSI14_WILDER,
    /** Production's macd. */
    MACD_TALIB,
    /** Production's macd_signal. */
    MACDSIGNAL_TALIB,
    /** Production's macd_histogram. */
    MACDHIST_TALIB,
    /** ema_12_firstseed - ema_26_firstseed. */
    MACD_FIRSTSEED,
    /** Exponential average of macd_firstseed over 9, seeded with its first value. */
    MACDSIGNAL_FIRSTSEED,
    /** macd_firstseed - macdsignal_firstseed. */
    MACDHIST_FIRSTSEED,
    /** Production's bollinger_middle. */
    BB_MID,
    /** Production's bollinger_upper. */
    BB_UP,
    /** Production's bollinger_lower. */
    BB_LOW,
    /** (close - lower) / (upper - lower); NaN for bands without width. */
    BB_PCTB,
    /** Wilder's true range, from the second bar on. */
    TRUE_RANGE,
    /** Production's atr_14. */
    ATR14_WILDER,
    /** Close within the range of 14 bars, 0 to 100. */
    STOCH_FASTK14,
    /** Mean of the last three stoch_fastk14. */
    STOCH_FASTD3,
    /** Williams %R over 14 bars, -100 to 0. */
    WILLIAMS_R14,
    /** 100 (P[t] / P[t-10] - 1). */
    ROC10,
    /** P[t] - P[t-10]. */
    MOM10,
    /** Commodity channel index over 20 bars. */
    CCI20,
    /** On-balance volume, starting with the first volume. */
    OBV,
    /** Wilder's average directional index over 14, starting rule of TA-Lib. */
    ADX14,
    /** Close against the highest close of the last 252 bars, a fraction at or below 0. */
    DIST_52W_HIGH,
    /** (close - mean) / sample deviation of the last 20 closes. */
    ZSCORE20,
    /** Close against the highest close so far, a fraction at or below 0. */
    DRAWDOWN;

    /** The name in reference files: ret_1d for RET_1D. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ResearchColumn of(String columnName) {
        for (ResearchColumn column : values()) {
            if (column.columnName().equals(columnName)) {
                return column;
            }
        }
        String known = Arrays.stream(values()).map(ResearchColumn::columnName).collect(Collectors.joining(", "));
        throw new AppException(
                ErrorCode.UNKNOWN_FIELD, "column is '%s'; allowed: one of %s".formatted(columnName, known));
    }
}
