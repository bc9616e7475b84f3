package io.lumia.functions.collectionapi.job;

import io.lumia.collection.Job;
import io.lumia.collection.JobAnalytics;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How jobs have done. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection/jobs")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class AnalyticsController {

    private static final int USUAL_DAYS = 30;

    /** Ten years. */
    private static final int MOST_DAYS = 3_653;

    private final JobAnalytics analytics;
    private final SaveJob saveJob;
    private final Clock clock;

    AnalyticsController(JobAnalytics analytics, SaveJob saveJob, Clock clock) {
        this.analytics = analytics;
        this.saveJob = saveJob;
        this.clock = clock;
    }

    @Get("/{name}/analytics")
    @Operation(
            operationId = "getJobAnalytics",
            summary = "How a job has done",
            description =
                    "Of the runs of the last days: how many succeeded, how long they took, what came of their items, rows, calls, and how fresh its data is.")
    ApiAnswer<AnalyticsView> analytics(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = "Name of the job.") String name,
            @QueryValue("days")
                    @Parameter(
                            description = "So many days back from now.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "3653", defaultValue = "30"))
                    @Nullable
                    String days) {
        JobController.checkName(request, name);
        int count = request.whole("days", days, USUAL_DAYS, 1, MOST_DAYS);
        request.verify();
        Job job = saveJob.get(name);
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(count));
        return request.answer(AnalyticsView.of(job.name(), count, since, analytics.of(job.name(), since), now));
    }
}
