package io.lumia.functions.collectionapi.job;

import io.lumia.collection.jobs.JobTemplate;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A job to start from. */
@Serdeable
@Schema(name = "JobTemplate", description = "A job to start from.")
record TemplateView(
        String name,

        @Schema(description = "What it does, in a sentence.")
        String description,

        @Schema(description = "Whether the program brings it; others were saved by somebody.")
        boolean builtIn,

        @Schema(description = "Ready to be sent as a job of its own.")
        JobDocument job) {

    static TemplateView of(JobTemplate template) {
        return new TemplateView(
                template.name(), template.description(), template.builtIn(), JobDocument.of(template.job()));
    }
}
