package io.lumia.functions.accountapi.key;

import io.lumia.accounts.partner.KeyUsage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a key was used for. */
@Serdeable
@Schema(name = "PartnerKeyUsage", description = "What a key was used for.")
record UsageView(
        @Schema(description = "Of the key.") UUID keyId,
        @Schema(description = "The first day, UTC.") LocalDate start,
        @Schema(description = "The last day, UTC.") LocalDate end,
        @Schema(description = "Of all days and operations.") long calls,

        @Schema(description = "By day and operation, oldest first; days without calls are left out.")
        List<LineView> lines) {

    /** Calls of an operation on a day. */
    @Serdeable
    @Schema(name = "PartnerKeyUsageLine", description = "How often an operation was called on a day.")
    record LineView(
            @Schema(description = "UTC.") LocalDate day,

            @Schema(description = "Method and route, such as GET /api/v1/assets/{id}.")
            String operation,

            @Schema(description = "How often.") long calls) {

        static LineView of(KeyUsage.Line line) {
            return new LineView(line.day(), line.operation(), line.calls());
        }
    }

    static UsageView of(UUID key, LocalDate start, LocalDate end, List<KeyUsage.Line> lines) {
        long calls = lines.stream().mapToLong(KeyUsage.Line::calls).sum();
        return new UsageView(
                key, start, end, calls, lines.stream().map(LineView::of).toList());
    }
}
