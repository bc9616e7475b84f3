package io.lumia.functions.collectionapi.quarantine;

import io.lumia.collection.QuarantineFilter;
import io.lumia.collection.QuarantineReview;
import io.lumia.collection.ReviewStatus;
import io.lumia.functions.collectionapi.quarantine.DecideQuarantine.Order;
import io.lumia.functions.collectionapi.quarantine.DecideQuarantine.Outcome;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
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
import org.jspecify.annotations.Nullable;

/** Rows that were set aside, and decisions about them. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection/quarantine")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class QuarantineController {

    private static final String ID = "Number of the row, from the list.";
    private static final String JSON = "application/json";

    private final QuarantineReview review;
    private final DecideQuarantine decide;

    QuarantineController(QuarantineReview review, DecideQuarantine decide) {
        this.review = review;
        this.decide = decide;
    }

    @Get
    @Operation(
            operationId = "listQuarantine",
            summary = "Rows that were set aside",
            description = "Newest first, each with the reason, the row as received, and what was decided about it.")
    ApiAnswer<List<QuarantinedRowView>> rows(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("symbol")
                    @Parameter(
                            description = "Only rows of the symbol, as received.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String symbol,
            @QueryValue("reason")
                    @Parameter(description = "Only rows with the reason.", schema = @Schema(type = "string"))
                    @Nullable
                    String reason,
            @QueryValue("dataset")
                    @Parameter(description = "Only rows of the dataset.", schema = @Schema(type = "string"))
                    @Nullable
                    String dataset,
            @QueryValue("status")
                    @Parameter(
                            description = "Only rows about which this was decided.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"waiting", "released", "rejected"}))
                    @Nullable
                    String status,
            @QueryValue("job")
                    @Parameter(
                            description = "Only rows that the job of this name brought first.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String job,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Rows on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        QuarantineFilter filter = new QuarantineFilter(
                symbol,
                request.parsedOrNull("reason", reason, QuarantineReason::parse),
                request.parsedOrNull("dataset", dataset, Dataset::parse),
                request.parsedOrNull("status", status, ReviewStatus::parse),
                job,
                null,
                null);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        List<QuarantinedRowView> rows = review.page(filter, (number - 1) * size, size).stream()
                .map(QuarantinedRowView::of)
                .toList();
        return request.answer(rows, Pagination.ofPages(number, size, review.count(filter)));
    }

    @Get("/{id}")
    @Operation(
            operationId = "getQuarantinedRow",
            summary = "One row that was set aside",
            description = "By its number.")
    ApiAnswer<QuarantinedRowView> row(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        long number = request.number("id", id);
        request.verify();
        return request.answer(
                QuarantinedRowView.of(review.find(number).orElseThrow(() -> DecideQuarantine.notFound(number))));
    }

    @Post("/{id}/release")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "releaseQuarantinedRow",
            summary = "Believe a row",
            description =
                    "Brings the row into our books, as our own knowledge of now, and lets signals follow. A released bar has the flag released. Final; a row that cannot be right or could not be read is a 409.",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = NoteBody.class))))
    ApiAnswer<QuarantinedRowView> release(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        return decideOne(request, id, ReviewStatus.RELEASED);
    }

    @Post("/{id}/reject")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "rejectQuarantinedRow",
            summary = "Disbelieve a row",
            description = "Final: the row stays out however often it is collected again.",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = NoteBody.class))))
    ApiAnswer<QuarantinedRowView> reject(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        return decideOne(request, id, ReviewStatus.REJECTED);
    }

    @Post("/decisions")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "decideQuarantine",
            summary = "Decide about many rows",
            description =
                    "About the oldest rows that the filter takes in and that wait, at most 1,000 at once; the answer counts those decided about and those that wait still.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = JSON, schema = @Schema(implementation = DecisionsBody.class))))
    ApiAnswer<DecisionsView> decisions(@Parameter(hidden = true) ApiRequest request) {
        @Nullable DecisionsBody body = request.body(DecisionsBody.class);
        @Nullable Order order = body == null ? null : order(request, body);
        @Nullable QuarantineFilter filter = body == null ? null : filter(request, body.filter());
        request.verify();
        if (body == null || order == null || filter == null) {
            throw new IllegalStateException("what could not be read was refused above");
        }
        Outcome outcome = decide.decideAll(filter, order);
        List<DecisionsView.Refusal> refused = outcome.refused().entrySet().stream()
                .map(entry -> new DecisionsView.Refusal(entry.getKey(), entry.getValue()))
                .toList();
        return request.answer(new DecisionsView(order.status().code(), outcome.decided(), refused, outcome.waiting()));
    }

    private ApiAnswer<QuarantinedRowView> decideOne(ApiRequest request, String id, ReviewStatus status) {
        long number = request.number("id", id);
        @Nullable NoteBody body = request.body(NoteBody.class, NoteBody.NONE);
        String note = request.note("note", body == null ? null : body.note());
        request.verify();
        Order order = new Order(status, request.actor(), note, request.requestId());
        return request.answer(QuarantinedRowView.of(decide.decide(number, order)));
    }

    private static Order order(ApiRequest request, DecisionsBody body) {
        ReviewStatus status =
                request.parsed("decision", body.decision(), ReviewStatus.WAITING, QuarantineController::decision);
        if (body.decision().isEmpty()) {
            request.refuse("decision", "decision is empty; allowed: release, reject");
        }
        return new Order(status, request.actor(), request.note("note", body.note()), request.requestId());
    }

    private static ReviewStatus decision(String text) {
        return switch (text) {
            case "release" -> ReviewStatus.RELEASED;
            case "reject" -> ReviewStatus.REJECTED;
            default -> throw AppException.invalid("decision", text, "release, reject");
        };
    }

    private static QuarantineFilter filter(ApiRequest request, DecisionsBody.Filter filter) {
        if (filter.isEmpty()) {
            request.refuse("filter", "filter is empty; allowed: at least one of symbol, reason, dataset, start, end");
        }
        @Nullable LocalDate start = request.date("filter.start", filter.start());
        @Nullable LocalDate end = request.date("filter.end", filter.end());
        request.inOrder("filter.start", start, "filter.end", end);
        return new QuarantineFilter(
                filter.symbol(),
                request.parsedOrNull("filter.reason", filter.reason(), QuarantineReason::parse),
                request.parsedOrNull("filter.dataset", filter.dataset(), Dataset::parse),
                null,
                null,
                start,
                end);
    }
}
