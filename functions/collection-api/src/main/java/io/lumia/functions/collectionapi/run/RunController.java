package io.lumia.functions.collectionapi.run;

import io.lumia.collection.Run;
import io.lumia.collection.RunFilter;
import io.lumia.collection.RunHistory;
import io.lumia.collection.RunStatus;
import io.lumia.functions.collectionapi.quarantine.NoteBody;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was collected. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class RunController {

    private final RunHistory history;
    private final CancelRun cancelRun;

    RunController(RunHistory history, CancelRun cancelRun) {
        this.history = history;
        this.cancelRun = cancelRun;
    }

    @Get("/runs")
    @Operation(
            operationId = "listCollectionRuns",
            summary = "Runs of collection jobs",
            description =
                    "Newest first, each with its report: what was asked, loaded, unchanged, set aside and failed, with reasons.")
    ApiAnswer<List<RunView>> runs(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("job")
                    @Parameter(
                            description = "Only runs of the job of this name.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String job,
            @QueryValue("status")
                    @Parameter(
                            description = "Only runs that stand so.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "running",
                                                "succeeded",
                                                "partial",
                                                "failed",
                                                "skipped",
                                                "cancelled"
                                            }))
                    @Nullable
                    String status,
            @QueryValue("start")
                    @Parameter(
                            description = "First day of the tick that the run answers, YYYY-MM-DD in UTC, inclusive.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(
                            description = "Last day of the tick that the run answers, YYYY-MM-DD in UTC, inclusive.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Runs on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        RunFilter filter = new RunFilter(job, request.parsedOrNull("status", status, RunStatus::parse), first, last);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        AsOf now = request.asOf(null);
        request.verify();
        List<RunView> runs = history.runs(filter, (number - 1) * size, size).stream()
                .map(RunView::of)
                .toList();
        return request.answer(runs, now, warnings(job), Pagination.ofPages(number, size, history.count(filter)));
    }

    private List<String> warnings(@Nullable String job) {
        boolean unknown = job != null && history.count(new RunFilter(job, null, null, null)) == 0;
        return unknown ? List.of("no run of a job named '%s' is known".formatted(job)) : List.of();
    }

    @Get("/runs/{id}")
    @Operation(
            operationId = "getCollectionRun",
            summary = "One run with its items",
            description =
                    "The report of a run and a page of its items, in the order of planning: what was asked for, where each stands and what came of it.")
    ApiAnswer<RunDetailView> run(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the run, from the list.") String id,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the items, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Items on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        @Nullable UUID runId = request.id("id", id);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        Run run = Optional.ofNullable(runId)
                .flatMap(history::find)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no run with the id %s".formatted(id)));
        List<ItemView> items = history.items(run.id(), (number - 1) * size, size).stream()
                .map(ItemView::of)
                .toList();
        return request.answer(new RunDetailView(RunView.of(run), items), Pagination.ofPages(number, size, run.asked()));
    }

    @Post("/runs/{id}/cancel")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "cancelCollectionRun",
            summary = "End a run",
            description =
                    "Before its time: what did not end yet is ended as cancelled, and what arrives later changes nothing. What was loaded stays. A run that has ended is a 409.",
            requestBody =
                    @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NoteBody.class))))
    ApiAnswer<RunView> cancel(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the run, from the list.") String id) {
        @Nullable UUID runId = request.id("id", id);
        @Nullable NoteBody body = request.body(NoteBody.class, NoteBody.NONE);
        String note = request.note("note", body == null ? null : body.note());
        request.verify();
        return request.answer(RunView.of(
                cancelRun.cancel(Objects.requireNonNull(runId), note, request.actor(), request.requestId())));
    }
}
