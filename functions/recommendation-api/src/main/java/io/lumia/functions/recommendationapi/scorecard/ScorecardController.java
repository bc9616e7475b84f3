package io.lumia.functions.recommendationapi.scorecard;

import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.ScorecardLine;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** How recommendations did. */
@Needs(Scope.RECOMMENDATIONS_READ)
@Controller("/api/v1/recommendations/scorecard")
@Tag(name = "recommendations")
@Cached(Cached.REVALIDATED)
final class ScorecardController {

    private static final String EMPTY =
            "no recommendation has been graded yet: the first grade comes when 5 sessions after it have closed";

    private final RecommendationBook book;

    ScorecardController(RecommendationBook book) {
        this.book = book;
    }

    @Get
    @Operation(
            operationId = "getScorecard",
            summary = "How recommendations did",
            description =
                    "Everybody's graded recommendations, by the sessions since them, configuration and variant: mean returns, excess over the benchmark, hit rate. Every stored recommendation counts once, also where two are alike. Where nothing is graded yet, a message says so.")
    ApiAnswer<List<ScorecardView>> scorecard(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        List<ScorecardLine> lines = book.scorecard();
        ApiAnswer<List<ScorecardView>> answer =
                request.answer(lines.stream().map(ScorecardView::of).toList());
        return lines.isEmpty() ? answer.withMessage(EMPTY) : answer;
    }
}
