package io.lumia.functions.marketapi.observation;

import io.lumia.market.Asset;
import io.lumia.market.Observation;
import io.lumia.web.document.Numbers;
import io.lumia.web.http.CsvTable;
import io.lumia.web.http.CsvWriter;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of a series. */
@Serdeable
@Schema(
        name = "ObservationSeries",
        description = "Values of a rate, yield, exchange rate or economic series, oldest first.")
record ObservationSeries(SeriesInfo series, List<Point> observations) implements CsvTable {

    /** Which series. */
    @Serdeable
    @Schema(name = "SeriesInfo", description = "Which series, and what its numbers count.")
    record SeriesInfo(
            UUID id,
            String symbol,
            String name,
            String assetType,
            String currency,

            @Schema(description = "What the values count, as the source words it.") @Nullable
            String unit,

            @Schema(description = "How often there is a value: D, W, M, Q or A.") @Nullable
            String frequency) {

        static SeriesInfo of(Asset series) {
            return new SeriesInfo(
                    series.id().value(),
                    series.definition().symbol().value(),
                    series.definition().name(),
                    series.definition().type().code(),
                    series.definition().currency(),
                    series.definition().attributes().get("unit"),
                    series.definition().attributes().get("frequency"));
        }
    }

    /** One value. */
    @Serdeable
    @Schema(name = "Observation")
    record Point(
            @Schema(description = "The day, or the first day of the period, that the value is about.")
            LocalDate date,

            @Schema(description = "In the series' unit, exactly as stored; may be negative.", format = Numbers.EXACT)
            double value) {

        static Point of(Observation observation) {
            return new Point(observation.date(), observation.value());
        }
    }

    @Override
    public List<String> csvHeader() {
        return List.of("date", "value");
    }

    @Override
    public void writeRows(CsvWriter csv) {
        for (Point point : observations) {
            csv.cell(point.date()).number(point.value()).endLine();
        }
    }
}
