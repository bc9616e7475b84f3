package io.lumia.functions.collectionapi.job;

import io.lumia.platform.http.ApiFailure.FieldError;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Whether a job could be saved. */
@Serdeable
@Schema(name = "JobValidation", description = "Whether a job could be saved, and when it would run.")
record ValidationView(
        boolean valid,
        @Schema(description = "All that is wrong with it.") List<Fault> faults,

        @Schema(description = "Whether a job of its name is there, which saving by PUT replaces and POST refuses.")
        boolean exists,

        @Schema(
                description =
                        "The next five times at which it would run by itself, in words and in its schedule's zone; none where something is wrong or it runs on demand.")
        List<String> nextRuns) {

    /** One thing that is wrong. */
    @Serdeable
    @Schema(name = "JobFault")
    record Fault(
            @Schema(description = "Of the field, such as schedule.cron; body for the whole.")
            String path,

            String code,

            @Schema(description = "Names the value and what is allowed.")
            String message) {

        static Fault of(FieldError error) {
            return new Fault(error.path(), error.code(), error.message());
        }
    }
}
