package io.lumia.functions.marketapi.health;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.access.OpenToAll;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** How the service is. */
@OpenToAll("Load balancers and people ask whether it is up.")
@Controller("/api/v1/health")
@Tag(name = "health")
@Cached(Cached.NEVER)
final class HealthController {

    private final CheckHealth checkHealth;

    HealthController(CheckHealth checkHealth) {
        this.checkHealth = checkHealth;
    }

    @Get
    @Operation(
            operationId = "getHealth",
            summary = "Whether the API answers",
            description = "Asks nothing but the API itself.")
    ApiAnswer<HealthView.Answering> health(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(new HealthView.Answering(Status.UP));
    }

    @Get("/detailed")
    @Needs(Scope.COLLECTION_READ)
    @Operation(
            operationId = "getDetailedHealth",
            summary = "Database, queues and data freshness",
            description =
                    "Answers 200 as long as the API itself does; data.status says how the parts are. Freshness holds the newest bars of active assets against the last session of their exchange.")
    ApiAnswer<HealthView> detailed(@Parameter(hidden = true) ApiRequest request) {
        AsOf now = request.asOf(null);
        request.verify();
        return request.answer(checkHealth.check(now), now, List.of());
    }
}
