package io.lumia.functions.collectionapi.job;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template to be saved. */
@Serdeable
@Schema(name = "NewJobTemplate")
record TemplateBody(
        @Schema(description = "Lower case letters, digits and hyphens; at most 48.")
        String name,

        @Schema(description = "What it does, in a sentence. Left out: the job's description.") @Nullable
        String description,

        @Schema(description = "The job, complete or over another template; its name may be left out.")
        JobDocument job) {}
