package io.lumia.functions.marketapi.price;

import io.lumia.web.document.Numbers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day's prices after adjustment. */
@Serdeable
@Schema(name = "PriceBar", description = "One day's prices, in units of the asset's currency.")
record PriceBar(
        @Schema(description = "Exchange-local trading date.")
        LocalDate date,

        @Schema(format = Numbers.EXACT) double open,
        @Schema(format = Numbers.EXACT) double high,
        @Schema(format = Numbers.EXACT) double low,
        @Schema(format = Numbers.EXACT) double close,

        @Schema(
                description = "Units traded; null where the source gives none, and on a filled day.",
                format = Numbers.EXACT)
        @Nullable
        Double volume,

        @Schema(
                description =
                        "Doubts about the bar: open_outside_range, zero_volume_flat, large_move, volume_missing, close_only; and filled for a session without a bar.")
        List<String> flags,

        @Schema(description = "Name of the source it came from.")
        String source) {

    /** The flag of a point that is no bar but repeats the close before. */
    static final String FILLED = "filled";
}
