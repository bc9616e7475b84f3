package io.lumia.functions.recommendationapi.frontier;

import io.lumia.functions.recommendationapi.recommendation.OwnRecommendations;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The efficient frontier of a recommendation. */
@Needs(Scope.RECOMMENDATIONS_READ)
@Controller("/api/v1/recommendations/{id}/frontier")
@Tag(name = "recommendations")
@Cached(Cached.REVALIDATED)
final class FrontierController {

    private final OwnRecommendations own;
    private final ShowFrontier showFrontier;

    FrontierController(OwnRecommendations own, ShowFrontier showFrontier) {
        this.own = own;
        this.showFrontier = showFrontier;
    }

    @Get
    @Operation(
            operationId = "getRecommendationFrontier",
            summary = "What a recommendation was chosen from",
            description =
                    "The efficient frontier of the recommendation's candidates within its limits: for each expected return the least volatility. Computed from the snapshot, request and configuration of then; without points, and with the reason, where nothing was recommended or this release does not know the configuration.")
    ApiAnswer<FrontierView> frontier(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the recommendation.") String id) {
        @Nullable UUID known = request.id("id", id);
        request.verify();
        return request.answer(showFrontier.of(own.get(known, request.actor())));
    }
}
