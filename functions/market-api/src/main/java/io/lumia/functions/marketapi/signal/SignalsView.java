package io.lumia.functions.marketapi.signal;

import io.lumia.web.asset.AssetInfo;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signals of an asset. */
@Serdeable
@Schema(name = "AssetSignals", description = "The newest signals of an asset and their history.")
record SignalsView(
        AssetInfo assetInfo,

        @Schema(
                description = "Signals of the newest day known; null where there are none.",
                implementation = SignalFields.class)
        @Nullable
        SignalPoint latestSignals,

        @Schema(description = "First date of the history shown; null where there is none.") @Nullable
        LocalDate startDate,

        @Schema(description = "Last date of the history shown; null where there is none.") @Nullable
        LocalDate endDate,

        @ArraySchema(
                arraySchema = @Schema(description = "Signals from start_date to end_date, oldest first."),
                schema = @Schema(implementation = SignalFields.class))
        List<SignalPoint> historicalSignals) {}
