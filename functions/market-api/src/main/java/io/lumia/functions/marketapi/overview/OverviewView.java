package io.lumia.functions.marketapi.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lumia.market.Asset;
import io.lumia.web.document.Numbers;
import io.lumia.web.http.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The market at a glance. */
@Serdeable
@Schema(name = "MarketOverview", description = "The market at a glance: stocks, funds and crypto that live and trade.")
record OverviewView(
        @Schema(
                description =
                        "Session that is described, of the market that most assets trade by; null where nothing is known.")
        @Nullable
        LocalDate session,

        @Schema(
                description =
                        "Last session of that market that had closed; where it is later than session, data is missing.")
        @Nullable
        LocalDate expectedSession,

        @Schema(
                description =
                        "Currency of most assets (ISO 4217); dollar volumes in others enter no sum and no weight.")
        @Nullable
        String currency,

        @Schema(description = "How far each market's data is.")
        List<MarketFreshness> freshness,

        Breadth breadth,

        @Schema(description = "By name; assets without a sector come last.")
        List<SectorView> sectors,

        Movers movers,

        @Schema(description = "How assets are written about; null for callers without the scope signals:read.")
        @Nullable
        SentimentPulse sentiment) {

    /** How far one market's data is. */
    @Serdeable
    @Schema(name = "MarketFreshness", description = "How far the data of the assets of one calendar is.")
    record MarketFreshness(
            @Schema(description = "Which days are sessions: united_states, daily (crypto), weekdays ….")
            String calendar,

            @Schema(
                    description =
                            "Session that is described: the newest one that at least half of the assets have reached; null where none has any.")
            @Nullable
            LocalDate session,

            @Schema(description = "Last session that had closed and must have prices.")
            LocalDate expectedSession,

            int assets,

            @Schema(description = "Assets with signals of the expected session.")
            int fresh,

            @Schema(description = "Assets without.") int behind) {}

    /** How many went up and down. */
    @Serdeable
    @Schema(
            name = "MarketBreadth",
            description = "Assets by their return of the session described. All counts but assets add up to assets.")
    record Breadth(
            int assets,
            int advancers,
            int decliners,
            int unchanged,

            @Schema(description = "Reached the session, but have no return: their first bar.")
            int unknown,

            @Schema(description = "Have not reached the session described, or have no prices at all.")
            int stale) {}

    /** One sector. */
    @Serdeable
    @Schema(name = "MarketSector")
    record SectorView(
            @Schema(description = "As the assets' source names it; null for assets without one.") @Nullable
            String sector,

            int assets,

            @Schema(description = "Of them, how many have not reached the session; they are in no return.")
            int stale,

            @Schema(description = "Sum of average_dollar_volume_20d, in the main currency per session.")
            double dollarVolume,

            @Schema(
                    description =
                            "Returns of the session weighted by average_dollar_volume_20d, a fraction; null where nothing is known.")
            @JsonProperty("weighted_return_1d")
            @Nullable
            Double weightedReturn1d,

            @Schema(description = "Median return of the session, a fraction; null where nothing is known.")
            @JsonProperty("median_return_1d")
            @Nullable
            Double medianReturn1d,

            @Schema(
                    description =
                            "Mean sentiment, weighted by texts, -1 to 1; null where nobody wrote and for callers without signals:read.")
            @Nullable
            Double sentiment,

            @Schema(description = "News and filings in it; null for callers without signals:read.") @Nullable
            Integer texts,

            @Schema(description = "Those of the session with the largest dollar volume, the largest first.")
            List<AssetGlance> largest) {}

    /** One asset. */
    @Serdeable
    @Schema(name = "AssetGlance")
    record AssetGlance(
            UUID id,
            String symbol,
            String name,
            String assetType,

            @Nullable String sector,

            @Schema(
                    description = "Of signal_date, as received, in units of the currency; exactly as stored.",
                    format = Numbers.EXACT)
            @Nullable
            Double close,

            @Schema(description = "ISO 4217.") String currency,

            @Schema(description = "As in getSignals, a fraction; null where not known.")
            @JsonProperty("return_1d")
            @Nullable
            Double return1d,

            @Schema(description = "As in getSignals, a fraction; null where not known.")
            @JsonProperty("return_30d")
            @Nullable
            Double return30d,

            @Schema(description = "As in getSignals, in units of the currency per session; null where not known.")
            @JsonProperty("average_dollar_volume_20d")
            @Nullable
            Double averageDollarVolume20d,

            @Schema(
                    description =
                            "In units of the currency, as our books have it now; null where not known and with as_of.",
                    format = Numbers.EXACT)
            @Nullable
            Double marketCap,

            @Schema(
                    description =
                            "avg_sentiment of the newest session of the last seven days with texts, -1 to 1; null where there is none and for callers without signals:read.")
            @Nullable
            Double sentiment,

            @Schema(description = "News and filings in it; null for callers without signals:read.") @Nullable
            Integer texts,

            @Schema(description = "Session of close, returns and volume; null where there are no prices.") @Nullable
            LocalDate signalDate) {

        static AssetGlance of(AssetDay day, @Nullable Double close, Showing showing) {
            Asset asset = day.asset();
            return new AssetGlance(
                    asset.id().value(),
                    day.symbol(),
                    asset.definition().name(),
                    asset.definition().type().code(),
                    asset.definition().sector(),
                    close,
                    day.currency(),
                    orNull(day.return1d()),
                    orNull(day.return30d()),
                    orNull(day.dollarVolume()),
                    showing.past() ? null : asset.definition().marketCap(),
                    orNull(day.score()),
                    showing.sentiment() ? (Integer) day.texts() : null,
                    day.date());
        }
    }

    /** @param past whether an instant was asked for */
    record Showing(boolean sentiment, boolean past) {}

    /** The largest moves. */
    @Serdeable
    @Schema(name = "MarketMovers", description = "The largest returns of the session described.")
    record Movers(
            @Schema(
                    description =
                            "Only assets in the main currency with at least this average_dollar_volume_20d are shown.")
            double leastDollarVolume,

            List<AssetGlance> up,
            List<AssetGlance> down) {}

    /** How assets are written about. */
    @Serdeable
    @Schema(
            name = "SentimentPulse",
            description = "How assets were written about in news and filings of the last days.")
    record SentimentPulse(
            @Schema(description = "Calendar days up to each market's last closed session.")
            int days,

            @Schema(description = "Assets that anybody wrote about.")
            int assets,

            @Schema(description = "Texts in the scores; one about two assets counts twice.")
            int texts,

            @Schema(description = "Mean of the assets' scores, weighted by texts, -1 to 1; null where nobody wrote.")
            @Nullable
            Double mean,

            @Schema(description = "Only assets with at least so many texts are listed.")
            int leastTexts,

            @Schema(description = "Highest score first; those above 0.")
            List<AssetGlance> positive,

            @Schema(description = "Lowest score first; those below 0.")
            List<AssetGlance> negative) {}

    static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    static @Nullable Double roundedOrNull(double calculated) {
        return orNull(Decimals.rounded(calculated));
    }
}
