package io.lumia.functions.collectionapi.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One decision about all waiting rows that a filter takes in. */
@Serdeable
@Schema(name = "QuarantineDecisions")
record DecisionsBody(
        @Schema(
                description = "What is decided.",
                allowableValues = {"release", "reject"})
        String decision,

        Filter filter,

        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note) {

    /** At least one field is given. */
    @Serdeable
    @Schema(name = "QuarantineFilter", description = "Which rows; at least one field must be given.")
    record Filter(
            @Schema(description = "As received.") @Nullable String symbol,
            @Nullable String reason,
            @Nullable String dataset,

            @Schema(description = "First date of the rows, YYYY-MM-DD, inclusive.") @Nullable
            String start,

            @Schema(description = "Last date of the rows, YYYY-MM-DD, inclusive.") @Nullable
            String end) {

        boolean isEmpty() {
            return Stream.of(symbol, reason, dataset, start, end).allMatch(Filter::isAbsent);
        }

        private static boolean isAbsent(@Nullable String field) {
            return field == null || field.isBlank();
        }
    }
}
