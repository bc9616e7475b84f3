package io.lumia.functions.marketapi.asset;

import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.web.document.Numbers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instrument with its latest price. */
@Serdeable
@Schema(
        name = "Asset",
        description = "An instrument, as our books describe it now, with its latest close as of the instant asked for.")
public record AssetView(
        @Schema(description = "Its identity for good; outlives renames.")
        UUID id,

        @Schema(description = "The symbol it trades under, or the last one of a delisted asset.")
        String symbol,

        String name,

        @Schema(
                allowableValues = {
                    "stock",
                    "etf",
                    "mutual_fund",
                    "crypto",
                    "forex",
                    "bond",
                    "commodity",
                    "economic_indicator",
                    "index"
                })
        String assetType,

        @Schema(description = "Market identifier of the primary listing (ISO 10383).") @Nullable
        String exchange,

        @Schema(description = "Currency of its prices (ISO 4217).")
        String currency,

        @Nullable String sector,
        @Nullable String industry,

        @Schema(description = "Market capitalisation, in units of the currency.", format = Numbers.EXACT) @Nullable
        Double marketCap,

        @Schema(description = "Central index key at the SEC.") @Nullable
        String cik,

        @Schema(allowableValues = {"active", "delisted"}) String status,

        @Schema(description = "First day of its life under this symbol.") @Nullable
        LocalDate firstDate,

        @Schema(description = "Last day of its life under this symbol; null while it lives.") @Nullable
        LocalDate lastDate,

        String description,

        @Schema(description = "What only its type has, such as unit and frequency of a series.")
        Map<String, String> attributes,

        @Schema(
                description = "Newest close as received from the source, in units of the currency; exactly as stored.",
                format = Numbers.EXACT)
        @Nullable
        Double latestPrice,

        @Schema(description = "Exchange-local trading date of the latest price.") @Nullable
        LocalDate latestPriceDate,

        @Schema(
                description =
                        "Latest close against the close before it, a fraction (0.05 is 5 %), with splits and spin-offs taken out; 12 significant digits.")
        @Nullable
        Double dailyChange) {

    static AssetView of(Asset asset, Optional<LatestPrice> latest) {
        AssetDefinition known = asset.definition();
        return new AssetView(
                asset.id().value(),
                known.symbol().value(),
                known.name(),
                known.type().code(),
                known.exchangeMic(),
                known.currency(),
                known.sector(),
                known.industry(),
                known.marketCap(),
                known.cik(),
                asset.status().code(),
                known.firstDate(),
                known.lastDate(),
                known.description(),
                new TreeMap<>(known.attributes()),
                latest.map(LatestPrice::close).orElse(null),
                latest.map(LatestPrice::date).orElse(null),
                latest.map(LatestPrice::dailyChange).orElse(null));
    }
}
