package io.lumia.functions.marketapi.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day's signals look like, for the API's document only: {@link SignalPointSerializer} writes them. A test holds it
 * equal to the columns there are.
 */
@Introspected
@Schema(
        description =
                "Signals of one day, from split-adjusted bars up to and including it and from the texts that could be used at its close. Null where the history is too short, an input is not known or nothing was measured; with indicators, only those asked for.")
record SignalFields(
        @Schema(description = "Exchange-local trading date of the bar the signals end with.")
        LocalDate date,

        @Schema(description = "Close against the previous session's close; a fraction (0.05 is 5 %).")
        @JsonProperty("return_1d")
        @Nullable
        Double return1d,

        @Schema(
                description =
                        "Close against the last close dated at least 30 calendar days earlier; a fraction (0.05 is 5 %).")
        @JsonProperty("return_30d")
        @Nullable
        Double return30d,

        @Schema(
                description =
                        "Close against the last close dated at least 365 calendar days earlier; a fraction (0.05 is 5 %).")
        @JsonProperty("return_365d")
        @Nullable
        Double return365d,

        @Schema(
                description =
                        "Sample standard deviation of the last 30 daily returns times the root of the sessions per year; a fraction per year (0.18 is 18 %).")
        @JsonProperty("volatility_30d")
        @Nullable
        Double volatility30d,

        @Schema(description = "Mean of the last 20 closes; in units of the asset's currency.")
        @JsonProperty("sma_20")
        @Nullable
        Double sma20,

        @Schema(description = "Mean of the last 50 closes; in units of the asset's currency.")
        @JsonProperty("sma_50")
        @Nullable
        Double sma50,

        @Schema(description = "Mean of the last 200 closes; in units of the asset's currency.")
        @JsonProperty("sma_200")
        @Nullable
        Double sma200,

        @Schema(
                description =
                        "Exponential average, weight 2/13, seeded with the first 12 closes' mean; in units of the asset's currency.")
        @JsonProperty("ema_12")
        @Nullable
        Double ema12,

        @Schema(
                description =
                        "Exponential average, weight 2/27, seeded with the first 26 closes' mean; in units of the asset's currency.")
        @JsonProperty("ema_26")
        @Nullable
        Double ema26,

        @Schema(
                description =
                        "12-session less 26-session exponential average, both begun at the 26th close; in units of the asset's currency.")
        @JsonProperty("macd")
        @Nullable
        Double macd,

        @Schema(description = "9-session exponential average of the MACD; in units of the asset's currency.")
        @JsonProperty("macd_signal")
        @Nullable
        Double macdSignal,

        @Schema(description = "MACD less its signal; in units of the asset's currency.")
        @JsonProperty("macd_histogram")
        @Nullable
        Double macdHistogram,

        @Schema(description = "Wilder's relative strength index over 14 sessions; 0 to 100.")
        @JsonProperty("rsi_14")
        @Nullable
        Double rsi14,

        @Schema(description = "Mean of the last 20 closes; in units of the asset's currency.")
        @JsonProperty("bollinger_middle")
        @Nullable
        Double bollingerMiddle,

        @Schema(
                description =
                        "Middle band plus 2 population deviations of 20 closes; in units of the asset's currency.")
        @JsonProperty("bollinger_upper")
        @Nullable
        Double bollingerUpper,

        @Schema(
                description =
                        "Middle band less 2 population deviations of 20 closes; in units of the asset's currency.")
        @JsonProperty("bollinger_lower")
        @Nullable
        Double bollingerLower,

        @Schema(description = "Wilder's average of the true range over 14 sessions; in units of the asset's currency.")
        @JsonProperty("atr_14")
        @Nullable
        Double atr14,

        @Schema(
                description =
                        "(close - lowest low) / (highest high - lowest low) of the last 365 calendar days; a fraction (0.05 is 5 %).")
        @JsonProperty("position_52w")
        @Nullable
        Double position52w,

        @Schema(
                description =
                        "Deepest fall from a closing peak to a later close in the last 365 calendar days; a fraction (0.05 is 5 %).")
        @JsonProperty("max_drawdown_1y")
        @Nullable
        Double maxDrawdown1y,

        @Schema(
                description =
                        "Covariance with the benchmark over the benchmark's variance, last 252 common sessions, at least 60 pairs; a plain number.")
        @JsonProperty("beta_1y")
        @Nullable
        Double beta1y,

        @Schema(description = "P[t-21] / P[t-252] - 1, in sessions; a fraction (0.05 is 5 %).")
        @JsonProperty("momentum_12_1")
        @Nullable
        Double momentum121,

        @Schema(
                description =
                        "Mean of close times volume over the last 20 sessions; units of the asset's currency per session.")
        @JsonProperty("average_dollar_volume_20d")
        @Nullable
        Double averageDollarVolume20d,

        @Schema(
                description =
                        "Mean score of news and filings of the last two sessions, weighted by confidence, relevance, credibility and age; -1 to 1.")
        @JsonProperty("avg_sentiment")
        @Nullable
        Double avgSentiment,

        @Schema(description = "Weighted standard deviation of these scores; 0 to 1.")
        @JsonProperty("sentiment_dispersion")
        @Nullable
        Double sentimentDispersion,

        @Schema(description = "News and filings in avg_sentiment; a number.") @JsonProperty("news_count") @Nullable
        Double newsCount,

        @Schema(description = "The same mean of posts; -1 to 1.") @JsonProperty("social_sentiment") @Nullable
        Double socialSentiment,

        @Schema(description = "Posts in social_sentiment; a number.") @JsonProperty("social_count") @Nullable
        Double socialCount,

        @Schema(description = "Mean of 5 sessions less mean of 20, news and filings, without age; -2 to 2.")
        @JsonProperty("sentiment_momentum")
        @Nullable
        Double sentimentMomentum,

        @Schema(
                description =
                        "avg_sentiment less its mean of the 365 days before, at least 20 rows; in standard deviations.")
        @JsonProperty("sentiment_surprise")
        @Nullable
        Double sentimentSurprise) {}
