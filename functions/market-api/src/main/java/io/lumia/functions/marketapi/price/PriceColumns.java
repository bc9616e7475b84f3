package io.lumia.functions.marketapi.price;

import io.lumia.web.document.Numbers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same points as {@link PriceBar}s, one list per column, for charts. */
@Serdeable
@Schema(name = "PriceColumns", description = "The points as lists of equal length, oldest first; units as in PriceBar.")
record PriceColumns(
        List<LocalDate> date,

        @ArraySchema(schema = @Schema(format = Numbers.EXACT))
        List<Double> open,

        @ArraySchema(schema = @Schema(format = Numbers.EXACT))
        List<Double> high,

        @ArraySchema(schema = @Schema(format = Numbers.EXACT))
        List<Double> low,

        @ArraySchema(schema = @Schema(format = Numbers.EXACT))
        List<Double> close,

        @ArraySchema(schema = @Schema(format = Numbers.EXACT))
        List<@Nullable Double> volume,

        List<List<String>> flags,
        List<String> source) {

    static PriceColumns of(List<PriceBar> bars) {
        return new PriceColumns(
                bars.stream().map(PriceBar::date).toList(),
                bars.stream().map(PriceBar::open).toList(),
                bars.stream().map(PriceBar::high).toList(),
                bars.stream().map(PriceBar::low).toList(),
                bars.stream().map(PriceBar::close).toList(),
                bars.stream().<@Nullable Double>map(PriceBar::volume).toList(),
                bars.stream().map(PriceBar::flags).toList(),
                bars.stream().map(PriceBar::source).toList());
    }
}
