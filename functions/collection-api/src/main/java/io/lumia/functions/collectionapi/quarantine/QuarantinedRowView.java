package io.lumia.functions.collectionapi.quarantine;

import io.lumia.collection.ReviewedRow;
import io.lumia.collection.ReviewedRow.Decision;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that was set aside. */
@Serdeable
@Schema(name = "QuarantinedRow", description = "A row that was not believed, and what was decided about it.")
record QuarantinedRowView(
        long id,

        @Schema(description = "The job whose item brought it first.")
        String job,

        UUID runId,
        UUID itemId,
        String dataset,
        String provider,

        @Schema(description = "The provider's own name of the set, such as a bundle's name.")
        String source,

        @Schema(description = "Line in the source's file, header is 1; 0 where the source has no lines.")
        long line,

        @Schema(description = "As received.") String symbol,

        @Schema(description = "As received; null where it could not be read.") @Nullable
        LocalDate date,

        @Schema(description = "Why it was not believed.") String reason,

        @Schema(description = "The value and what was allowed.")
        String detail,

        @Schema(description = "As received, cut to 1,000 characters.")
        String row,

        Instant setAsideAt,

        @Schema(description = "Whether it can be released: it could be read, and what it says is possible.")
        boolean releasable,

        @Schema(
                description = "What was decided; a decision is final.",
                allowableValues = {"waiting", "released", "rejected"})
        String status,

        @Schema(description = "Null while it waits.") @Nullable
        Instant decidedAt,

        @Schema(description = "Who decided; null while it waits.") @Nullable
        String decidedBy,

        @Schema(description = "Why; null while it waits.") @Nullable
        String note) {

    static QuarantinedRowView of(ReviewedRow row) {
        @Nullable Decision decision = row.decision();
        return new QuarantinedRowView(
                row.id(),
                row.jobName(),
                row.runId(),
                row.itemId(),
                row.dataset().code(),
                row.provider(),
                row.sourceName(),
                row.rejected().line(),
                row.rejected().symbol(),
                row.rejected().date(),
                row.rejected().reason().code(),
                row.rejected().detail(),
                row.rejected().row(),
                row.setAsideAt(),
                row.isReleasable(),
                row.status().code(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.note());
    }
}
