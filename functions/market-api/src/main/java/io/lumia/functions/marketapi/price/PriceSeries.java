package io.lumia.functions.marketapi.price;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.lumia.web.asset.AssetInfo;
import io.lumia.web.http.CsvTable;
import io.lumia.web.http.CsvWriter;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices of an asset and what was done to them. */
@Serdeable
@Schema(name = "PriceSeries", description = "Prices of an asset, oldest first, and what was done to them.")
record PriceSeries(
        AssetInfo asset,

        @Schema(
                description =
                        "What was done to the prices: raw (as traded on the day), split (for splits and spin-offs), all (for dividends too).",
                allowableValues = {"raw", "split", "all"})
        String adjustment,

        @Schema(description = "No corporate action after this date is in the prices; null where there are none.")
        @Nullable
        LocalDate adjustedThrough,

        @Schema(allowableValues = {"none", "previous"}) String fill,

        @Schema(description = "What the sources had done to their prices before us.")
        List<String> priceBases,

        List<SourceView> sources,

        @Schema(description = "Actions that moved at least one of the prices, done or undone, oldest first.")
        List<ActionView> appliedActions,

        @Schema(
                description =
                        "Whether prices were won back from fully adjusted ones, which magnifies the source's rounding.")
        boolean reconstructed,

        @Schema(description = "The points with shape=rows.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<PriceBar> prices,

        @Schema(description = "The points with shape=columns.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        PriceColumns columns,

        @JsonIgnore @Schema(hidden = true) List<PriceBar> points)
        implements CsvTable {

    @Override
    public List<String> csvHeader() {
        return List.of("date", "open", "high", "low", "close", "volume", "flags", "source");
    }

    @Override
    public void writeRows(CsvWriter csv) {
        for (PriceBar bar : points) {
            csv.cell(bar.date())
                    .number(bar.open())
                    .number(bar.high())
                    .number(bar.low())
                    .number(bar.close());
            csv.number(bar.volume() == null ? Double.NaN : bar.volume());
            csv.cell(String.join(" ", bar.flags())).cell(bar.source()).endLine();
        }
    }
}
