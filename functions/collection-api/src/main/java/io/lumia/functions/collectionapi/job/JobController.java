package io.lumia.functions.collectionapi.job;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.Run;
import io.lumia.collection.jobs.JobRules;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.functions.collectionapi.job.ChangeJobs.Asker;
import io.lumia.functions.collectionapi.job.JobReader.Beside;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Limits;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs: what is collected, of which assets, from where, when, after what. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection/jobs")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class JobController {

    static final int NEXT_RUNS = 5;

    private static final String JSON = "application/json";
    private static final String NAME = "Name of the job.";
    private static final String PATH = "/api/v1/collection/jobs/";
    private static final String RUNS = "/api/v1/collection/runs";

    private final ChangeJobs changes;
    private final SaveJob saveJob;
    private final CollectionLog log;
    private final JobReader reader;
    private final Templates templates;

    JobController(ChangeJobs changes, SaveJob saveJob, CollectionLog log, JobReader reader, Templates templates) {
        this.changes = changes;
        this.saveJob = saveJob;
        this.log = log;
        this.reader = reader;
        this.templates = templates;
    }

    @Get
    @Operation(
            operationId = "listCollectionJobs",
            summary = "Jobs",
            description = "By name, each with the times at which it runs next and how it ran last.")
    ApiAnswer<List<JobView>> jobs(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Jobs on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        List<Job> all = log.jobs();
        List<JobView> some = all.stream()
                .skip((number - 1L) * size)
                .limit(size)
                .map(this::view)
                .toList();
        return request.answer(some, Pagination.ofPages(number, size, all.size()));
    }

    @Get("/{name}")
    @Operation(operationId = "getCollectionJob", summary = "One job", description = "By its name.")
    ApiAnswer<JobView> job(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        return request.answer(view(saveJob.get(checked(request, name))));
    }

    @Post
    @Needs(Scope.COLLECTION_WRITE)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "createCollectionJob",
            summary = "Make a job",
            description =
                    "Of its own, or from a template with what is to be otherwise. Everything that is wrong is said at once; a name that is taken is a 409.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = JobDocument.class))))
    HttpResponse<ApiAnswer<JobView>> create(@Parameter(hidden = true) ApiRequest request) {
        Optional<Job> read = readNew(request);
        request.verify();
        Job job = changes.create(read.orElseThrow(), asker(request));
        return HttpResponse.<ApiAnswer<JobView>>created(request.answer(view(job)))
                .header(HttpHeaders.LOCATION, PATH + job.name());
    }

    @Post("/validate")
    @Operation(
            operationId = "validateCollectionJob",
            summary = "Try a job",
            description =
                    "Says all that is wrong with a job, and when it would run, in words. Stores nothing; the answer is a 200 either way.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = JobDocument.class))))
    ApiAnswer<ValidationView> validate(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        Optional<Job> read = readNew(request);
        List<ValidationView.Fault> faults =
                request.refusals().stream().map(ValidationView.Fault::of).toList();
        boolean exists = read.map(Job::name)
                .filter(name -> JobRules.NAME.matcher(name).matches())
                .flatMap(log::findJob)
                .isPresent();
        List<String> nextRuns =
                faults.isEmpty() ? saveJob.nextRuns(read.orElseThrow().withEnabled(true), NEXT_RUNS) : List.of();
        return request.answer(new ValidationView(faults.isEmpty(), faults, exists, nextRuns));
    }

    @Put("/{name}")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "replaceCollectionJob",
            summary = "Change a job",
            description =
                    "Replaces it as a whole: what is left out is as usual, but a paused job stays paused. Runs that are under way go on as they were planned.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = JobDocument.class))))
    ApiAnswer<JobView> replace(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        Job present = saveJob.get(checked(request, name));
        JobDocument document = request.body(JobDocument.class);
        Optional<Job> read = Optional.ofNullable(document)
                .map(given -> reader.read(
                        request, "", templates.filledIn(request, "", given), new Beside(name, present.enabled())));
        request.verify();
        return request.answer(view(changes.replace(read.orElseThrow(), asker(request))));
    }

    @Delete("/{name}")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "deleteCollectionJob",
            summary = "Delete a job",
            description = "Answers with the job as it was. Its runs stay readable. A job that others follow is a 409.")
    ApiAnswer<JobView> delete(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        JobView before = view(saveJob.get(checked(request, name)));
        changes.delete(name, asker(request));
        return request.answer(before);
    }

    @Post("/{name}/pause")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "pauseCollectionJob",
            summary = "Pause a job",
            description = "It does not run by itself any more. It can be run by hand.")
    ApiAnswer<JobView> pause(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        return request.answer(view(changes.setEnabled(checked(request, name), false, asker(request))));
    }

    @Post("/{name}/resume")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "resumeCollectionJob",
            summary = "Resume a job",
            description = "It runs by itself again, from its next time on; what fell due meanwhile is not run after.")
    ApiAnswer<JobView> resume(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        return request.answer(view(changes.setEnabled(checked(request, name), true, asker(request))));
    }

    @Post("/{name}/run")
    @Needs(Scope.COLLECTION_WRITE)
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "runCollectionJob",
            summary = "Run a job now",
            description =
                    "Of what our books lack, or a backfill of a range. The run is planned within seconds and is found where Location points.",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = RunOrder.class))))
    HttpResponse<ApiAnswer<RunStartView>> run(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        checkName(request, name);
        RunOrder order = request.body(RunOrder.class, RunOrder.WHAT_IS_MISSING);
        LocalDate from = order == null ? null : request.date("from", order.from());
        LocalDate to = order == null ? null : request.date("to", order.to());
        request.inOrder("from", from, "to", to);
        request.verify();
        RunStartView started = started(changes.run(name, from, to, asker(request)));
        return HttpResponse.<ApiAnswer<RunStartView>>accepted()
                .body(request.answer(started))
                .header(HttpHeaders.LOCATION, started.location());
    }

    /** Where there is no run yet, the job's runs of the day are where it will be. */
    private RunStartView started(PlanMessage message) {
        Optional<Run> planned = log.findRun(message.job(), message.scheduledFor());
        LocalDate day = message.scheduledFor().atZone(ZoneOffset.UTC).toLocalDate();
        return new RunStartView(
                message.job(),
                message.scheduledFor(),
                message.trigger(),
                message.from(),
                message.to(),
                planned.map(Run::id).orElse(null),
                planned.map(run -> RUNS + "/" + run.id())
                        .orElseGet(() -> "%s?job=%s&start=%s".formatted(RUNS, message.job(), day)));
    }

    private Optional<Job> readNew(ApiRequest request) {
        JobDocument document = request.body(JobDocument.class);
        if (document == null) {
            return Optional.empty();
        }
        String name = document.name() == null ? "" : document.name();
        JobDocument whole = templates.filledIn(request, "", document);
        return Optional.of(reader.read(request, "", whole, new Beside(name, true)));
    }

    private JobView view(Job job) {
        List<String> nextRuns = job.enabled() ? saveJob.nextRuns(job, NEXT_RUNS) : List.of();
        return JobView.of(
                job, nextRuns, log.runs(job.name(), 0, 1).stream().findFirst().orElse(null));
    }

    private static String checked(ApiRequest request, String name) {
        checkName(request, name);
        request.verify();
        return name;
    }

    static void checkName(ApiRequest request, String name) {
        if (!JobRules.NAME.matcher(name).matches()) {
            request.refuse(
                    "name",
                    AppException.invalid("name", name, JobRules.NAME.pattern()).getMessage());
        }
    }

    static Asker asker(ApiRequest request) {
        return new Asker(request.actor(), request.requestId());
    }
}
