package io.lumia.functions.marketapi.correlation;

import io.lumia.web.asset.AssetInfo;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How assets move together. */
@Serdeable
@Schema(
        name = "Correlations",
        description = "Correlation matrix of daily log returns; rows and columns are in the order of assets.")
record CorrelationView(
        List<AssetInfo> assets,

        @Schema(description = "Returns asked for of each pair, at most.")
        int days,

        @Schema(description = "Fewer pairs of returns than this give no correlation.")
        int leastPairs,

        @Schema(description = "Prices are adjusted for splits and dividends.", allowableValues = "all")
        String adjustment,

        @Schema(description = "Session that the first return of any pair ends with; null where there is none.")
        @Nullable
        LocalDate start,

        @Schema(description = "Session that the last return of any pair ends with; null where there is none.") @Nullable
        LocalDate end,

        @Schema(
                description =
                        "Pearson's correlation, -1 to 1, 12 significant digits, row by row; null where there are too few pairs or one of the two does not move.")
        List<List<@Nullable Double>> correlations,

        @Schema(description = "Returns that both assets have, row by row; on the diagonal those that the asset has.")
        List<List<Integer>> pairs) {}
