package io.lumia.functions.marketapi.overview;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Descriptions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The market at a glance. */
@Needs(Scope.MARKET_READ)
@Controller("/api/v1/market")
@Tag(name = "market")
@Cached(Cached.FIVE_MINUTES)
final class OverviewController {

    private static final int DEFAULT_PER_SECTOR = 12;
    private static final int DEFAULT_MOVERS = 10;
    private static final int MAX_SHOWN = 50;

    private final ReadOverview readOverview;

    OverviewController(ReadOverview readOverview) {
        this.readOverview = readOverview;
    }

    @Get("/overview")
    @Operation(
            operationId = "getMarketOverview",
            summary = "The market at a glance",
            description =
                    "How far the data is, how many assets rose and fell, returns by sector with the largest assets of each, the largest moves, and how assets are written about. Sentiment is shown to callers with scope signals:read, and null to others. With as_of everything is computed from the bars, actions and texts known then, delisted assets included.")
    ApiAnswer<OverviewView> overview(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("per_sector")
                    @Parameter(
                            description = "Assets shown of each sector, at most.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "12"))
                    @Nullable
                    String perSector,
            @QueryValue("movers")
                    @Parameter(
                            description = "Assets in each list of movers and of the sentiment pulse, at most.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10"))
                    @Nullable
                    String movers,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf) {
        int ofSector = request.whole("per_sector", perSector, DEFAULT_PER_SECTOR, 1, MAX_SHOWN);
        int ofMovers = request.whole("movers", movers, DEFAULT_MOVERS, 1, MAX_SHOWN);
        AsOf instant = request.asOf(asOf);
        request.verify();
        boolean withSentiment = request.callerMay(Scope.SIGNALS_READ);
        ReadOverview.Answer answer =
                readOverview.read(new ReadOverview.Question(instant, asOf != null, withSentiment, ofSector, ofMovers));
        return request.answer(answer.view(), instant, answer.warnings());
    }
}
