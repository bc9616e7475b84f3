package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.FoundAgain;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The other name of the route that recommends. */
@Needs(Scope.RECOMMENDATIONS_WRITE)
@Controller("/api/v1/recommend")
@Tag(name = "recommendations")
@Cached(Cached.NEVER)
final class RecommendController {

    private final RecommendationAnswers answers;

    RecommendController(RecommendationAnswers answers) {
        this.answers = answers;
    }

    @Post
    @FoundAgain
    @Operation(
            operationId = "recommend",
            summary = "Recommend what to hold",
            description = "The same as POST /api/v1/recommendations.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RecommendationBody.class))))
    ApiAnswer<RecommendationView> recommend(@Parameter(hidden = true) ApiRequest request) {
        return answers.recommend(request);
    }
}
