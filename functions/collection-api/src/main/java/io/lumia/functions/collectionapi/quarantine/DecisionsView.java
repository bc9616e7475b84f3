package io.lumia.functions.collectionapi.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What became of a decision about many rows. */
@Serdeable
@Schema(name = "QuarantineDecisionsResult", description = "What became of a decision about many rows.")
record DecisionsView(
        @Schema(
                description = "What the rows are now.",
                allowableValues = {"released", "rejected"})
        String status,

        @Schema(description = "Rows that were decided about.")
        int decided,

        @Schema(description = "Rows that could not be released, with why; they wait on.")
        List<Refusal> refused,

        @Schema(
                description =
                        "Rows that the filter takes in and that wait still: refused ones, ones that cannot be released, and what was beyond the bound of 1,000.")
        long waiting) {

    /** A row that waits on. */
    @Serdeable
    @Schema(name = "QuarantineRefusal")
    record Refusal(long id, String message) {}
}
