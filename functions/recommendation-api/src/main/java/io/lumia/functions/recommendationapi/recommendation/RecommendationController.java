package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.recommendation.record.Feedback;
import io.lumia.recommendation.record.FeedbackKind;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.FoundAgain;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to hold, and what was recommended before. */
@Needs(Scope.RECOMMENDATIONS_READ)
@Controller("/api/v1/recommendations")
@Tag(name = "recommendations")
@Cached(Cached.REVALIDATED)
final class RecommendationController {

    private static final String ID = "UUID of the recommendation.";
    private static final String JSON = "application/json";

    private final RecommendationAnswers answers;
    private final OwnRecommendations own;
    private final GiveFeedback giveFeedback;
    private final RecommendationBook book;
    private final RecommendationJson json;

    RecommendationController(
            RecommendationAnswers answers,
            OwnRecommendations own,
            GiveFeedback giveFeedback,
            RecommendationBook book,
            RecommendationJson json) {
        this.answers = answers;
        this.own = own;
        this.giveFeedback = giveFeedback;
        this.book = book;
        this.json = json;
    }

    @Post
    @FoundAgain
    @Needs(Scope.RECOMMENDATIONS_WRITE)
    @Operation(
            operationId = "createRecommendation",
            summary = "Recommend what to hold",
            description =
                    "A portfolio of whole shares for a capital, a risk and a horizon, with the reasons for each position, or why nothing is recommended. The answer is kept with all that it follows from, so that it can be made again. Without as_of the newest data is meant; answers to the same question are the same as long as that does not change. Not investment advice.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = RecommendationBody.class))))
    ApiAnswer<RecommendationView> create(@Parameter(hidden = true) ApiRequest request) {
        return answers.recommend(request);
    }

    @Get
    @Operation(
            operationId = "listRecommendations",
            summary = "What was recommended",
            description = "Own recommendations, newest first, without their answers.")
    ApiAnswer<List<RecommendationLine>> list(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Recommendations on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        RecommendationBook.Page found = book.list(request.actor(), number, size);
        return request.answer(
                found.recommendations().stream()
                        .map(listed -> RecommendationLine.of(listed, json.readRequest(listed.request())))
                        .toList(),
                Pagination.ofPages(number, size, found.totalItems()));
    }

    @Get("/{id}")
    @Operation(
            operationId = "getRecommendation",
            summary = "One recommendation",
            description = "As it was given, with what became of it and what was said of it since.")
    ApiAnswer<RecommendationView> recommendation(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        @Nullable UUID known = request.id("id", id);
        request.verify();
        return answers.show(request, own.get(known, request.actor()));
    }

    @Post("/{id}/feedback")
    @FoundAgain
    @Needs(Scope.RECOMMENDATIONS_WRITE)
    @Operation(
            operationId = "giveFeedback",
            summary = "Say something of a recommendation",
            description = "A rating, a comment, or what was done with it; at most 200 entries are kept of each.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = JSON, schema = @Schema(implementation = FeedbackBody.class))))
    ApiAnswer<FeedbackView> feedback(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        @Nullable UUID known = request.id("id", id);
        @Nullable FeedbackBody body = request.body(FeedbackBody.class);
        String text = request.note("text", body == null ? null : body.text());
        FeedbackKind kind =
                request.parsed("kind", body == null ? null : body.kind(), FeedbackKind.COMMENT, FeedbackKind::parse);
        @Nullable Integer value = body == null ? null : body.value();
        if (body != null) {
            check(request, body, kind, text);
        }
        request.verify();
        StoredRecommendation stored = own.get(known, request.actor());
        Feedback given = giveFeedback.give(stored.id(), request.actor(), kind, value, text);
        return request.answer(FeedbackView.of(given));
    }

    private static void check(ApiRequest request, FeedbackBody body, FeedbackKind kind, String text) {
        @Nullable Integer value = body.value();
        boolean rated = value != null && value >= Feedback.LEAST_RATING && value <= Feedback.MOST_RATING;
        if (body.kind().isEmpty()) {
            request.refuse("kind", "kind is ''; allowed: " + FeedbackKind.allowed());
        }
        if (kind == FeedbackKind.RATING && !rated) {
            request.refuse(
                    "value",
                    "value is '%s'; allowed: %d to %d".formatted(value, Feedback.LEAST_RATING, Feedback.MOST_RATING));
        }
        if (kind != FeedbackKind.RATING && value != null) {
            request.refuse("value", "value is '%s'; allowed: none, except with the kind rating".formatted(value));
        }
        if (kind == FeedbackKind.COMMENT && text.isEmpty() && body.kind().equals(FeedbackKind.COMMENT.code())) {
            request.refuse("text", "text is ''; allowed: 1 to %d characters".formatted(Feedback.MAX_TEXT_CHARACTERS));
        }
    }
}
