package io.lumia.functions.recommendationapi.replay;

import io.lumia.functions.recommendationapi.recommendation.OwnRecommendations;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.ChangesNothing;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recommendation made again. */
@Needs(Scope.RECOMMENDATIONS_READ)
@Controller("/api/v1/recommendations/{id}/replay")
@Tag(name = "recommendations")
@Cached(Cached.NEVER)
final class ReplayController {

    private final OwnRecommendations own;
    private final Replay replay;

    ReplayController(OwnRecommendations own, Replay replay) {
        this.own = own;
        this.replay = replay;
    }

    @Post
    @ChangesNothing
    @Operation(
            operationId = "replayRecommendation",
            summary = "Make a recommendation again",
            description =
                    "Reads the snapshot of then again and computes anew with the request, configuration and seed of then. identical says whether the result has the same hash; if not, causes names the rows that were changed behind our back or the rules that differ, and differences the values. Nothing is kept.")
    ApiAnswer<ReplayView> replay(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the recommendation.") String id) {
        @Nullable UUID known = request.id("id", id);
        request.verify();
        return request.answer(replay.replay(own.get(known, request.actor())));
    }
}
