package io.lumia.functions.accountapi.audit;

import io.lumia.accounts.audit.AuditContent;
import io.lumia.accounts.audit.AuditEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/** Something that mattered for security. */
@Serdeable
@Schema(
        name = "AuditEntry",
        description =
                "Something that mattered for security: ids, names of settings, counts and keyed hashes, nobody's name.")
record AuditEntryView(
        @Schema(description = "1, 2, 3 and so on without holes.")
        long sequence,

        @Schema(description = "When it happened.") Instant at,

        @Schema(description = "Who did it: user/ID, key/ID, anonymous, program/NAME.")
        String actor,

        @Schema(description = "What it was, such as key.revoked.")
        String kind,

        @Schema(description = "What it was done to, such as key/ID.")
        String subject,

        @Schema(description = "What else is worth knowing, by name.")
        Map<String, String> details,

        @Schema(description = "Of the request; the logs have the same. Empty outside a request.")
        String requestId,

        @Schema(description = "Of the entry before; 64 zeros for the first.")
        String previousHash,

        @Schema(description = "SHA-256 over previous_hash and the content: what was changed does not give it any more.")
        String hash) {

    static AuditEntryView of(AuditEntry entry) {
        AuditContent content = entry.content();
        return new AuditEntryView(
                entry.sequence(),
                content.at(),
                content.actor(),
                content.kind(),
                content.subject(),
                content.details(),
                content.requestId(),
                entry.previous().hex(),
                entry.hash().hex());
    }
}
