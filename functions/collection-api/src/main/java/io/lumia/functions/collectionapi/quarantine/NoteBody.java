package io.lumia.functions.collectionapi.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something was decided. */
@Serdeable
@Schema(name = "DecisionNote")
public record NoteBody(
        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note) {

    public static final NoteBody NONE = new NoteBody(null);
}
